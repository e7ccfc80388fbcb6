using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Kills;

/// <summary>The process is killed between workflows and those that they start: every one that was asked for runs, and runs once.</summary>
public sealed class DispatchKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 10;
    private const int Clients = 4;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private readonly string _directory = InProcessHost.NewDirectory();
    private readonly OpenRequests _open = new();
    private readonly ConcurrentBag<string> _answered = [];

    public void Dispose()
    {
        _open.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Host_KilledWhileWorkflowsStartOthers_LosesNone()
    {
        await ImportAsync();
        var port = ChildHost.FreePort();
        using var http = ChildHost.ClientOf(port, _open);
        var site = new Site(http);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await ChildHost.StartAsync(site, port, _directory);
            var admin = await site.AsAsync("a.process");
            var enough = _answered.Count + 1 + (3 * kill);
            var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => StartManyAsync(admin))).ToList();
            await Until.TrueAsync(() => Task.FromResult(_answered.Count >= enough), _longest, "Nothing gets started.");
            await host.KillAsync();
            await Task.WhenAll(clients);
        }

        await using var last = await ChildHost.StartAsync(site, port, _directory);
        var reader = await site.AsAsync("a.process");
        await Until.TrueAsync(async () => (await ListAsync(reader, "parent")).All(row => Read.Text(row["status"]) == "finished"), _longest, "A parent waits for ever.");
        var parents = (await ListAsync(reader, "parent")).Select(row => Read.Text(row["id"])).ToList();
        var children = await ListAsync(reader, "child");
        _answered.Except(parents).ShouldBeEmpty();
        children.Count.ShouldBe(parents.Count);
        children.ShouldAllBe(row => Read.Text(row["status"]) == "finished");
        output.WriteLine($"{Kills} kills, {_answered.Count} starts answered, {parents.Count} done");
    }

    private async Task ImportAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_directory, "import", "xx-water")).FullName;
        var child = Path.Combine(folder, "child.json");
        var parent = Path.Combine(folder, "parent.json");
        await File.WriteAllBytesAsync(child, new PlainFlow("child").Add("line", "Elsa.WriteLine", ("text", "String", "x")).Build());
        await File.WriteAllBytesAsync(parent, new PlainFlow("parent").Add(
            "call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "String", "child"), ("waitForCompletion", "Boolean", "true")).Build());
        var (code, said) = await HostCommand.RunAsync(_directory, "import", child, parent);
        code.ShouldBe(0, said);
    }

    private async Task StartManyAsync(ApiClient admin)
    {
        try
        {
            while (true)
                _answered.Add(Read.Text((await admin.PostAsync("/api/workflows/parent/start", new JsonObject())).Expect(201).Json["id"]));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(ApiClient reader, string definitionId) =>
        await reader.ListAsync($"/api/instances?definitionId={definitionId}");
}
