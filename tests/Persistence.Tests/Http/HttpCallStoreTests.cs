using System.Text;
using Bpm.Application.Http;
using Bpm.Workflows.Http;

namespace Bpm.Persistence.Tests.Http;

public class HttpCallStoreTests
{
    private static readonly Guid Id = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    private static HttpCall Call { get; } = new(
        Id, "xx-water", "i1", SampleCases.Now, 0,
        new("b1", "POST", "https://gis.example.com/文化路", new Dictionary<string, string[]> { ["Authorization"] = ["Bearer 13800001234"] }, "application/json", "王小明"), null);

    private static HttpResult Answer { get; } = new(
        HttpOutcome.Answered, 200, new Dictionary<string, string[]> { ["X-Rate"] = ["1", "2"] }, "text/plain", "抢修班组", null);

    [Fact]
    public async Task Update_AResult_ComesBackWithTheOrder()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IHttpCalls>(async calls =>
        {
            await calls.AddAsync(Call, default);
            await calls.UpdateAsync(Call with { Attempts = 2, Result = Answer }, default);
        });

        var found = (await database.ReadAsync<IHttpCalls, HttpCall?>(calls => calls.FindAsync(Id, default)))!;
        (found.Organisation, found.InstanceId, found.CreatedAt, found.Attempts).ShouldBe(("xx-water", "i1", SampleCases.Now, 2));
        (found.Order.BookmarkId, found.Order.Url, found.Order.Body).ShouldBe(("b1", Call.Order.Url, "王小明"));
        found.Order.Headers["Authorization"].ShouldBe(["Bearer 13800001234"]);
        (found.Result!.Outcome, found.Result.Status, found.Result.Body).ShouldBe((HttpOutcome.Answered, 200, "抢修班组"));
        found.Result.Headers["X-Rate"].ShouldBe(["1", "2"]);
        (await database.ReadAsync<IHttpCalls, Guid?>(calls => calls.FindAsync("i1", "b1", default))).ShouldBe(Id);
    }

    [Fact]
    public async Task Remove_ACall_LeavesNothing()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IHttpCalls>(calls => calls.AddAsync(Call, default));
        await database.WriteAsync<IHttpCalls>(calls => calls.RemoveAsync(Id, default));
        (await database.ReadAsync<IHttpCalls, HttpCall?>(calls => calls.FindAsync(Id, default))).ShouldBeNull();
        (await database.ReadAsync<IHttpCalls, Guid?>(calls => calls.FindAsync("i1", "b1", default))).ShouldBeNull();
    }

    [Fact]
    public async Task Add_ACall_LeavesNoTextInAnyFile()
    {
        using var folder = new TempFolder();
        await using (var database = await DatabaseFixture.OpenAsync(folder))
        {
            await database.WriteAsync<IHttpCalls>(async calls =>
            {
                await calls.AddAsync(Call, default);
                await calls.UpdateAsync(Call with { Result = Answer }, default);
            });
        }

        var bytes = Directory.EnumerateFiles(folder.Path, "bpm.db*").SelectMany(File.ReadAllBytes).ToArray();
        bytes.AsSpan().IndexOf("xx-water"u8).ShouldBeGreaterThan(0, "What is not sealed is found.");
        foreach (var secret in (string[])["文化路", "13800001234", "王小明", "抢修班组"])
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, secret);
    }
}
