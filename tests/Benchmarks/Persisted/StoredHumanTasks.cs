using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Benchmarks.Persisted;

/// <summary>The engine, the instance store and the writer, without use cases around them. Events find their instance by hash and correlation id.</summary>
internal sealed class StoredHumanTasks(BenchDatabase database, WorkflowGraph graph, TimeProvider time) : IHumanTasks
{
    private readonly WorkflowRunner _runner = new(time);

    public Task StartAsync(string id) => database.WriteAsync(services => StartAsync(services, id));

    /// <summary>Starts an instance in the running transaction.</summary>
    public async Task StartAsync(IServiceProvider services, string id)
    {
        var effects = SideEffect.Left.Value = [];
        await StoreAsync(services, _runner.Start(graph, new StartOptions { InstanceId = id, CorrelationId = id, TenantId = BenchDatabase.Organisation }, null), effects);
    }

    public Task SendAsync(string id, string eventName) => database.WriteAsync(async services =>
    {
        var instances = services.GetRequiredService<IInstanceStore>();
        var matches = await instances.MatchAsync(Stimulus.Hash(Stimulus.Event, eventName), BenchDatabase.Organisation, id, CancellationToken.None);
        await ResumeAsync(services, matches.Single().InstanceId, matches[0].BookmarkId);
    });

    /// <summary>Resumes a bookmark in the running transaction.</summary>
    public async Task ResumeAsync(IServiceProvider services, string instanceId, string bookmarkId)
    {
        var instance = await services.GetRequiredService<IInstanceStore>().FindAsync(instanceId, CancellationToken.None);
        var effects = SideEffect.Left.Value = [];
        var burst = _runner.Resume(graph, instance!, bookmarkId, null, null);
        if (!burst.Changed)
            throw new InvalidOperationException($"Nothing waited behind {bookmarkId} of {instanceId}.");
        await StoreAsync(services, burst, effects);
    }

    private static async Task StoreAsync(IServiceProvider services, Burst burst, List<string> effects)
    {
        await services.GetRequiredService<IInstanceStore>().CommitAsync(burst, CancellationToken.None);
        await BenchDatabase.StoreEffectsAsync(services, burst.Instance.Id, effects);
    }
}
