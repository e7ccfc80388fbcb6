using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Triggers;

namespace Bpm.TestKit.Engine;

/// <content>Published definitions and what starts them.</content>
public sealed partial class EngineHost
{
    private readonly Dictionary<string, Publication> _published = [];

    /// <summary>Instances started by triggers so far, in order.</summary>
    public List<string> Triggered { get; } = [];

    /// <summary>Publishes a definition from a file; definitions of its folder are at hand as child workflows.</summary>
    public Task<WorkflowGraph> PublishFileAsync(string file)
    {
        Definitions.AddFolder(Path.GetDirectoryName(file)!);
        return PublishAsync(Definitions.AddFile(file));
    }

    /// <summary>Publishes a definition: its triggers count from now on, those of its earlier version no more.</summary>
    public Task<WorkflowGraph> PublishAsync(WorkflowDefinition definition)
    {
        if (Definitions.FindPublished(definition.DefinitionId) != definition) Definitions.Add(definition);
        var graph = Graph(definition);
        var now = Clock.GetUtcNow();
        _published[graph.DefinitionId] = new Publication(graph, now, [.. graph.Triggers.Select(t => t.Timetable?.NextAfter(now, now))]);
        return Task.FromResult(graph);
    }

    /// <summary>Sends an event: starts what it triggers, then resumes all that waited for it before. Gives the number of instances started or resumed.</summary>
    public Task<int> SendAsync(string eventName, object? payload = null, string? correlationId = null) =>
        StimulateAsync(Stimulus.Event, eventName, payload, correlationId);

    /// <summary>Sends a stimulus; see <see cref="SendAsync"/>.</summary>
    public async Task<int> StimulateAsync(string name, string? payload, object? value = null, string? correlationId = null)
    {
        var hash = Stimulus.Hash(name, payload);
        var matches = await Store.MatchAsync(hash, null, correlationId, default);
        var started = 0;
        foreach (var (graph, trigger) in _published.Values.SelectMany(p => p.Graph.Triggers.Select(t => (p.Graph, t))).ToArray())
        {
            if (trigger.Hash != hash) continue;
            await TriggerAsync(graph, trigger, value, correlationId);
            started++;
        }
        foreach (var match in matches) await ResumeAsync(match.InstanceId, match.BookmarkId, value);
        return started + matches.Count;
    }

    /// <summary>Moves the clock, runs every timer and fires every schedule due on the way, in order of due time, each once.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var until = Clock.GetUtcNow() + by;
        while (true)
        {
            var timer = Store.NextTimer(until);
            var schedule = NextSchedule(until);
            if (timer is null && schedule is null) break;
            var due = timer is { } t && (schedule is null || t.Due <= schedule.Value.Due) ? t.Due : schedule!.Value.Due;
            if (due > Clock.GetUtcNow()) Clock.MoveTo(due);
            if (timer is { } first && first.Due == due) await ResumeAsync(first.Instance, first.Bookmark);
            else await FireAsync(schedule!.Value.Publication, schedule.Value.Index);
        }
        Clock.MoveTo(until);
    }

    private (Publication Publication, int Index, DateTimeOffset Due)? NextSchedule(DateTimeOffset upTo)
    {
        (Publication, int, DateTimeOffset Due)? next = null;
        foreach (var publication in _published.Values)
            for (var i = 0; i < publication.Due.Length; i++)
                if (publication.Due[i] is { } due && due <= upTo && (next is null || due < next.Value.Due)) next = (publication, i, due);
        return next;
    }

    private async Task FireAsync(Publication publication, int index)
    {
        var trigger = publication.Graph.Triggers[index];
        publication.Due[index] = trigger.Timetable!.NextAfter(publication.Due[index]!.Value, publication.At);
        await TriggerAsync(publication.Graph, trigger, null, null);
    }

    private async Task TriggerAsync(WorkflowGraph graph, Trigger trigger, object? value, string? correlationId) =>
        Triggered.Add((await StartAsync(graph, new StartOptions { Trigger = new(trigger.NodePath, value), CorrelationId = correlationId })).Id);

    private sealed record Publication(WorkflowGraph Graph, DateTimeOffset At, DateTimeOffset?[] Due);
}
