using Bpm.Application.Instances;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Benchmarks.Persisted;

/// <summary>The way that the product takes with instances that are no case: graph from the cache, instance process and desk, burst keeper.</summary>
internal sealed class DeskHumanTasks(BenchDatabase database) : IHumanTasks
{
    public Task StartAsync(string id) => database.WriteAsync(async services =>
    {
        var effects = SideEffect.Left.Value = [];
        var graph = services.GetRequiredService<GraphCache>().Get("human-task-v1");
        var options = new StartOptions { InstanceId = id, CorrelationId = id, TenantId = BenchDatabase.Organisation };
        await services.GetRequiredService<InstanceProcess>().StartAsync(graph, options, CancellationToken.None);
        await BenchDatabase.StoreEffectsAsync(services, id, effects);
    });

    public Task SendAsync(string id, string eventName) => database.WriteAsync(async services =>
    {
        var effects = SideEffect.Left.Value = [];
        var hash = Stimulus.Hash(Stimulus.Event, eventName);
        var matches = await services.GetRequiredService<IInstanceStore>().MatchAsync(hash, BenchDatabase.Organisation, id, CancellationToken.None);
        if (!await services.GetRequiredService<InstanceDesk>().ResumeAsync(matches.Single().InstanceId, matches[0].BookmarkId, null, CancellationToken.None))
            throw new InvalidOperationException($"Nothing waited for {eventName} in {id}.");
        await BenchDatabase.StoreEffectsAsync(services, id, effects);
    });
}
