using System.Diagnostics.CodeAnalysis;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Execution;

/// <summary>
/// State of one run of a workflow, with live activities only. Changed by a burst and by nothing else; not thread-safe.
/// After a burst that could not be stored, drop it and load again.
/// </summary>
public sealed class WorkflowInstance
{
    internal WorkflowInstance(string id, string definitionId, string versionId, int version, ulong fingerprint)
    {
        (Id, DefinitionId, VersionId, Version, GraphFingerprint) = (id, definitionId, versionId, version, fingerprint);
    }

    public string Id { get; }
    public string DefinitionId { get; }

    /// <summary>Version id of the definition that it runs; another one only after it was moved (<see cref="Migration.InstanceMigration"/>).</summary>
    public string VersionId { get; }

    public int Version { get; }
    public WorkflowStatus Status { get; internal set; }
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>Groups instances; events may be sent to one group only. May be null.</summary>
    public string? CorrelationId { get; internal set; }

    /// <summary>Name shown in lists, or null.</summary>
    public string? Name { get; internal set; }

    /// <summary>See <see cref="StartOptions.TenantId"/>.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>The instance that started this one, or null.</summary>
    public string? ParentInstanceId { get; internal set; }

    /// <summary>Does the parent wait for this instance's end?</summary>
    public bool ParentWaits { get; internal set; }

    /// <summary>How many instances stand above it.</summary>
    public int Depth { get; internal set; }

    /// <summary>Grows by one with each burst that changed something.</summary>
    public long Revision { get; internal set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>UTC; end of the last burst.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>UTC; null while running.</summary>
    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary>Where it waits, oldest first.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => BookmarkList;

    public IReadOnlyList<Incident> Incidents => IncidentList;

    /// <summary>Outputs set so far, by name. Complete when finished.</summary>
    public IReadOnlyDictionary<string, object?> Output => OutputValues;

    /// <summary>Inputs given at the start, by name.</summary>
    public IReadOnlyDictionary<string, object?> Input => InputValues;

    /// <summary>Is it past its end? Nothing can be resumed then.</summary>
    public bool IsEnded => Status == WorkflowStatus.Finished;

    /// <summary>Does an operator hold it? It keeps what it waits for, but nothing that comes runs before it is released; see <see cref="WorkflowRunner.Pause"/>.</summary>
    public bool IsPaused { get; internal set; }

    /// <summary>What came while it was paused, oldest first.</summary>
    public IReadOnlyList<HeldStimulus> Held => HeldList;

    internal ulong GraphFingerprint { get; }
    internal List<Bookmark> BookmarkList { get; } = [];
    internal List<Incident> IncidentList { get; } = [];
    internal List<HeldStimulus> HeldList { get; } = [];
    internal Dictionary<string, object?> OutputValues { get; set; } = [];
    internal Dictionary<string, object?> InputValues { get; set; } = [];

    /// <summary>Last id given to a run of an activity.</summary>
    internal int LastActivity { get; set; }

    internal int LastBookmark { get; set; }
    internal long LastJournal { get; set; }

    /// <summary>The run of the workflow itself; null before the start and after the end.</summary>
    internal ActivityContext? Root { get; set; }

    /// <summary>The run that waits behind each bookmark.</summary>
    internal Dictionary<string, ActivityContext> Waiting { get; } = [];

    /// <summary>Nodes of a faulted instance that had not started yet.</summary>
    internal IReadOnlyList<WorkItem> Pending { get; set; } = [];

    /// <summary>Runs as they were stored, until the instance meets its graph.</summary>
    internal byte[]? StoredRuns { get; set; }

    /// <summary>What started it; kept for the first burst only.</summary>
    internal StartTrigger? Trigger { get; set; }

    /// <summary>The burst that runs it now; null between bursts.</summary>
    internal BurstExecution? Execution { get; set; }

    /// <summary>Finds a bookmark.</summary>
    public bool TryFindBookmark(string bookmarkId, [NotNullWhen(true)] out Bookmark? bookmark)
    {
        bookmark = BookmarkList.Find(b => b.Id == bookmarkId);
        return bookmark is not null;
    }

    internal bool IsHeld(string bookmarkId) => HeldList.Exists(h => h.BookmarkId == bookmarkId);

    /// <summary>No less than the bytes that its values take.</summary>
    internal long SizeAtMost { get; set; }

    /// <summary>All values that are stored, with the name of the variable, input or output.</summary>
    internal IEnumerable<(string Name, object? Value)> Values()
    {
        foreach (var (name, value) in InputValues.Concat(OutputValues)) yield return (name, value);
        foreach (var held in HeldList) yield return (held.Name, held.Payload);
        foreach (var run in Runs())
        {
            for (var i = 0; i < run.Node.Variables.Length; i++)
                if (!run.Node.Variables[i].IsTransient) yield return (run.Node.Variables[i].Name, run.Slots![i]);
            foreach (var map in (Dictionary<string, object?>?[])[run.Undeclared, run.Inputs, run.Outputs])
                foreach (var (name, value) in map ?? []) yield return (name, value);
            if (run.State is not null) yield return (run.Node.Name, run.State);
        }
    }

    /// <summary>The live or failed run with this id, or null.</summary>
    internal ActivityContext? FindRun(int id) => Runs().FirstOrDefault(run => run.ActivityInstanceId == id);

    /// <summary>All runs, containers before what is in them.</summary>
    internal IEnumerable<ActivityContext> Runs()
    {
        if (Root is null) yield break;
        var open = new Stack<ActivityContext>([Root]);
        while (open.TryPop(out var run))
        {
            yield return run;
            for (var child = run.FirstChild; child is not null; child = child.NextSibling) open.Push(child);
        }
    }

    /// <summary>The activity that waits behind a bookmark; null where the bookmark is gone. An instance that comes from a store must have been
    /// bound to its graph (<see cref="WorkflowRunner.Bind"/>).</summary>
    public ActivityNode? FindWaiting(string bookmarkId) => Waiting.GetValueOrDefault(bookmarkId)?.Node;

    /// <summary>Value of a workflow variable by name; null where it is unknown or the instance has ended.
    /// An instance that comes from a store must have been bound to its graph (<see cref="WorkflowRunner.Bind"/>) or have run.</summary>
    public object? GetVariable(string name) => Root?.GetVariable(name);
}
