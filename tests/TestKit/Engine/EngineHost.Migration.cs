using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;

namespace Bpm.TestKit.Engine;

/// <content>Instances that go on with another version.</content>
public sealed partial class EngineHost
{
    /// <summary>Moves an instance; a refusal changes nothing.</summary>
    /// <param name="byHand">Old path to new path, where they do not correspond by themselves.</param>
    public async Task<MigrationResult> MoveAsync(string instanceId, WorkflowDefinition target, IReadOnlyDictionary<string, string>? byHand = null)
    {
        var (graph, live) = _instances[instanceId];
        // Several targets of one test may share their version id.
        var map = NodeMap.Of(graph, _versions[target.Id] = Graph(target), byHand);
        if (_mode == RunMode.Killed) Move(map, await LoadAsync(instanceId));
        var result = Move(map, _mode == RunMode.Straight ? live : await LoadAsync(instanceId));
        if (result.Burst is { } burst) await KeepAsync(burst);
        return result;
    }

    private MigrationResult Move(NodeMap map, WorkflowInstance instance) =>
        InstanceMigration.Move(map, instance, Store.Journal(instance.Id), "tester", Clock.GetUtcNow());
}
