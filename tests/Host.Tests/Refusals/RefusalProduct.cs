using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Refusals;

/// <summary>A product behind a real socket, with what is needed to see that a refused request left nothing.</summary>
public sealed class RefusalProduct() : RunningProduct("2026-03-30T16:00:00+08:00", sockets: true)
{
    /// <summary>How many cases both organisations have.</summary>
    public async Task<int> CasesAsync() => await CountAsync("a.supervisor") + await CountAsync("b.manager");

    /// <summary>Runs a request that must be refused and asserts that no case came of it.</summary>
    public async Task<Answer> RefusedAsync(Func<Task<Answer>> request)
    {
        var before = await CasesAsync();
        var answer = await request();
        (await CasesAsync()).ShouldBe(before);
        return answer;
    }

    /// <summary>Runs a request that must be refused and asserts that a case is as it was, to the last letter.</summary>
    public async Task<Answer> UnchangedAsync(string reader, string number, Func<Task<Answer>> request)
    {
        var client = await AsAsync(reader);
        var before = (await client.GetAsync(ApiClient.CasePath(number))).Expect(200).Text;
        var answer = await request();
        (await client.GetAsync(ApiClient.CasePath(number))).Expect(200).Text.ShouldBe(before);
        return answer;
    }

    private async Task<int> CountAsync(string user) =>
        (await (await AsAsync(user)).GetAsync("/api/complaints?pageSize=1")).Expect(200).Json["totalCount"]!.GetValue<int>();
}
