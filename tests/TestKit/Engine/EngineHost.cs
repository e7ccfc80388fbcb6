using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Journal;

namespace Bpm.TestKit.Engine;

/// <summary>
/// Runs definitions in a test: starts, resumes, sends events, moves the clock. The mode tells what becomes of an instance
/// between bursts.
/// </summary>
public sealed class EngineHost
{
    private readonly RunMode _mode;
    private readonly object? _host;
    private readonly Dictionary<string, (WorkflowGraph Graph, WorkflowInstance Live)> _instances = [];
    private readonly WorkflowRunner _runner;

    public EngineHost(
        RunMode mode, ActivityRegistry? registry = null, ScriptFunctions? functions = null, object? host = null, RunnerOptions? options = null)
    {
        (_mode, _host) = (mode, host);
        _runner = new(Clock, options);
        Compiler = new(registry ?? ActivityRegistry.WithBuiltIns(), functions);
    }

    /// <summary>Begins 2026-09-30 16:00 in Shanghai and stands still.</summary>
    public TestClock Clock { get; } = new(new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero));

    public MemoryInstanceStore Store { get; } = new();
    public DefinitionFolder Definitions { get; } = new();
    public GraphCompiler Compiler { get; }

    /// <summary>Lines printed so far, by all instances.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Bursts that changed something, in order.</summary>
    public List<Burst> Bursts { get; } = [];

    /// <summary>Starts a file; definitions of its folder are at hand as child workflows.</summary>
    public Task<WorkflowInstance> StartFileAsync(string file, IReadOnlyDictionary<string, object?>? input = null, string? correlationId = null)
    {
        Definitions.AddFolder(Path.GetDirectoryName(file)!);
        return StartAsync(Definitions.AddFile(file), input, correlationId);
    }

    /// <summary>Starts a definition.</summary>
    public async Task<WorkflowInstance> StartAsync(
        WorkflowDefinition definition, IReadOnlyDictionary<string, object?>? input = null, string? correlationId = null)
    {
        var graph = Compiler.Compile(definition, Definitions);
        var options = new StartOptions { Input = input ?? new Dictionary<string, object?>(), CorrelationId = correlationId };
        if (_mode == RunMode.Killed) _runner.Start(graph, options, _host);
        return await KeepAsync(graph, _runner.Start(graph, options, _host));
    }

    /// <summary>Resumes a bookmark; the burst tells whether it was there.</summary>
    public Task<Burst> ResumeAsync(string instanceId, string bookmarkId, object? payload = null) =>
        RunAsync(instanceId, (graph, instance) => _runner.Resume(graph, instance, bookmarkId, payload, _host));

    /// <summary>Sends an event to all that wait for it. Gives the number of instances resumed.</summary>
    public async Task<int> SendAsync(string eventName, object? payload = null, string? correlationId = null)
    {
        var matches = await Store.MatchAsync(Stimulus.Hash(Stimulus.Event, eventName), null, correlationId, default);
        foreach (var match in matches) await ResumeAsync(match.InstanceId, match.BookmarkId, payload);
        return matches.Count;
    }

    /// <summary>Moves the clock and runs every timer due on the way, in order of due time.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var until = Clock.GetUtcNow() + by;
        while (Store.NextTimer(until) is var (due, instance, bookmark))
        {
            if (due > Clock.GetUtcNow()) Clock.MoveTo(due);
            await ResumeAsync(instance, bookmark);
        }
        Clock.MoveTo(until);
    }

    /// <summary>Resumes whatever waits, newest first, until nothing does.</summary>
    public async Task RunToEndAsync(string instanceId)
    {
        while (!_instances[instanceId].Live.IsEnded && _instances[instanceId].Live.Bookmarks is { Count: > 0 } waiting)
            await ResumeAsync(instanceId, waiting[^1].Id);
    }

    /// <summary>Cancels an instance.</summary>
    public Task<Burst> CancelAsync(string instanceId) =>
        RunAsync(instanceId, (graph, instance) => _runner.Cancel(graph, instance, _host));

    /// <summary>Runs failed activities again; null means all.</summary>
    public Task<Burst> RetryAsync(string instanceId, int? activityInstanceId = null) =>
        RunAsync(instanceId, (graph, instance) => _runner.Retry(graph, instance, activityInstanceId, _host));

    /// <summary>Takes a failed activity as completed.</summary>
    public Task<Burst> SkipAsync(string instanceId, int activityInstanceId, params string[] outcomes) =>
        RunAsync(instanceId, (graph, instance) => _runner.Skip(graph, instance, activityInstanceId, outcomes, _host));

    /// <summary>Gives a variable a value from outside.</summary>
    public Task<Burst> SetVariableAsync(string instanceId, string name, object? value) =>
        RunAsync(instanceId, (graph, instance) => _runner.SetVariable(graph, instance, name, value));

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
        await KeepAsync(graph, burst);
        return burst;
    }

    private async Task<WorkflowInstance> LoadAsync(string id) => (await Store.FindAsync(id, default))!;

    private async Task<WorkflowInstance> KeepAsync(WorkflowGraph graph, Burst burst)
    {
        if (!burst.Changed) return burst.Instance;
        await Store.CommitAsync(burst, default);
        Bursts.Add(burst);
        Lines.AddRange(burst.Lines);
        var live = _mode == RunMode.Straight ? burst.Instance : await LoadAsync(burst.Instance.Id);
        WorkflowRunner.Bind(graph, live);
        _instances[live.Id] = (graph, live);
        return live;
    }
}
