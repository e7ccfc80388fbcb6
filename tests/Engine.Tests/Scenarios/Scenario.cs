using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios;

/// <summary>Runs a scenario's file. Every scenario runs twice: straight through, and with the instance stored and loaded after each burst.</summary>
internal static class Scenario
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Scenarios", name + ".json");

    public static async Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(
        string name, RunMode mode, IReadOnlyDictionary<string, object?>? input = null, string? correlationId = null)
    {
        var host = new EngineHost(mode);
        return (host, await host.StartFileAsync(PathOf(name), input, correlationId));
    }

    /// <summary>Rows and state must tell the same.</summary>
    public static void ShouldBeConsistent(this EngineHost host, string id) =>
        host.Store.BookmarkIds(id).ShouldBe(host.Instance(id).Bookmarks.Select(b => b.Id));
}
