using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Journal;

namespace Bpm.TestKit.Engine;

/// <summary>
/// Runs definitions in a test: starts, publishes, resumes, sends events, moves the clock. The mode tells what becomes of an instance
/// between bursts.
/// </summary>
public sealed partial class EngineHost
{
    private readonly RunMode _mode;
    private readonly object? _host;
    private readonly Dictionary<string, (WorkflowGraph Graph, WorkflowInstance Live)> _instances = [];
    private readonly List<string> _order = [];
    private readonly WorkflowRunner _runner;

    public EngineHost(
        RunMode mode, ActivityRegistry? registry = null, ScriptFunctions? functions = null, object? host = null, RunnerOptions? options = null)
    {
        (_mode, _host) = (mode, host);
        _runner = new(Clock, options, this);
        Compiler = new(registry ?? ActivityRegistry.WithBuiltIns(new TestCron()), functions);
    }

    /// <summary>Begins 2026-09-30 16:00 in Shanghai and stands still.</summary>
    public TestClock Clock { get; } = new(new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero));

    public MemoryInstanceStore Store { get; } = new();
    public DefinitionFolder Definitions { get; } = new();
    public GraphCompiler Compiler { get; }

    /// <summary>Lines printed so far, by all instances.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Bursts that changed something, in order; those of instances that ran within another's burst come before it.</summary>
    public List<Burst> Bursts { get; } = [];

    /// <summary>Starts a file; definitions of its folder are at hand as child workflows.</summary>
    public Task<WorkflowInstance> StartFileAsync(string file, IReadOnlyDictionary<string, object?>? input = null, string? correlationId = null)
    {
        Definitions.AddFolder(Path.GetDirectoryName(file)!);
        return StartAsync(Definitions.AddFile(file), input, correlationId);
    }

    /// <summary>Starts a definition.</summary>
    public Task<WorkflowInstance> StartAsync(
        WorkflowDefinition definition, IReadOnlyDictionary<string, object?>? input = null, string? correlationId = null) =>
        StartAsync(Graph(definition), new StartOptions { Input = input ?? new Dictionary<string, object?>(), CorrelationId = correlationId });

    /// <summary>Starts a graph.</summary>
    public async Task<WorkflowInstance> StartAsync(WorkflowGraph graph, StartOptions options)
    {
        if (_mode == RunMode.Killed) _runner.Start(graph, options, _host);
        var burst = _runner.Start(graph, options, _host);
        await KeepAsync(burst);
        return Instance(burst.Instance.Id);
    }

    /// <summary>Resumes a bookmark; the burst tells whether it was there.</summary>
    public Task<Burst> ResumeAsync(string instanceId, string bookmarkId, object? payload = null) =>
        RunAsync(instanceId, (graph, instance) => _runner.Resume(graph, instance, bookmarkId, payload, _host));

    /// <summary>Resumes whatever waits, newest first, until nothing does.</summary>
    public async Task RunToEndAsync(string instanceId)
    {
        while (!_instances[instanceId].Live.IsEnded && _instances[instanceId].Live.Bookmarks is { Count: > 0 } waiting)
            await ResumeAsync(instanceId, waiting[^1].Id);
    }

    /// <summary>Runs failed activities again; null means all.</summary>
    public Task<Burst> RetryAsync(string instanceId, int? activityInstanceId = null) =>
        RunAsync(instanceId, (graph, instance) => _runner.Retry(graph, instance, activityInstanceId, _host));

    /// <summary>Takes a failed activity as completed.</summary>
    public Task<Burst> SkipAsync(string instanceId, int activityInstanceId, params string[] outcomes) =>
        RunAsync(instanceId, (graph, instance) => _runner.Skip(graph, instance, activityInstanceId, outcomes, _host));

    /// <summary>Gives a variable a value from outside.</summary>
    public Task<Burst> SetVariableAsync(string instanceId, string name, object? value) =>
        RunAsync(instanceId, (graph, instance) => _runner.SetVariable(graph, instance, name, value));

    /// <summary>Goes back from what waits to an activity by its id.</summary>
    public Task<Burst> GoBackAsync(string instanceId, string bookmarkId, string activityId) => RunAsync(instanceId, (graph, instance) =>
        _runner.GoBack(graph, instance, bookmarkId, graph.Nodes.FirstOrDefault(node => node.Id == activityId)?.Path ?? activityId, _host));

    /// <summary>Pauses an instance.</summary>
    public Task<Burst> PauseAsync(string instanceId) => RunAsync(instanceId, (graph, instance) => _runner.Pause(graph, instance));

    /// <summary>Releases a paused instance.</summary>
    public Task<Burst> UnpauseAsync(string instanceId) => RunAsync(instanceId, (graph, instance) => _runner.Unpause(graph, instance, _host));

    /// <summary>The instance as it is now, ready to be looked at.</summary>
    public WorkflowInstance Instance(string id) => _instances[id].Live;

    /// <summary>Activity ids that completed, in order.</summary>
    public IEnumerable<string> Completed(string instanceId) => Store.Journal(instanceId)
        .Where(e => e.EventName == JournalEvents.Completed)
        .Select(e => e.NodePath[(e.NodePath.LastIndexOf(':') + 1)..]);

    private async Task<Burst> RunAsync(string instanceId, Func<WorkflowGraph, WorkflowInstance, Burst> run)
    {
        var (graph, live) = _instances[instanceId];
        if (_mode == RunMode.Killed) run(graph, await LoadAsync(instanceId));
        var burst = run(graph, _mode == RunMode.Straight ? live : await LoadAsync(instanceId));
        await KeepAsync(burst);
        return burst;
    }

    private async Task<WorkflowInstance> LoadAsync(string id) => (await Store.FindAsync(id, default))!;

    private async Task KeepAsync(Burst burst)
    {
        if (!burst.Changed) return;
        await Store.CommitAsync(burst, default);
        Lines.AddRange(burst.Lines);
        await TakeAsync(burst);
        if (DeliversAtOnce) await DeliverAsync();
    }

    private async Task TakeAsync(Burst burst)
    {
        foreach (var child in burst.Children) await TakeAsync(child);
        Bursts.Add(burst);
        RequestedTasks.AddRange(burst.RequestedTasks);
        var live = _mode == RunMode.Straight ? burst.Instance : await LoadAsync(burst.Instance.Id);
        var graph = _versions[live.VersionId];
        WorkflowRunner.Bind(graph, live);
        if (burst.IsNew) _order.Add(live.Id);
        _instances[live.Id] = (graph, live);
        Post(burst);
    }
}
