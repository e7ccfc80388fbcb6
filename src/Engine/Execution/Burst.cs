using Bpm.Engine.Bookmarks;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;
using Bpm.Engine.Timers;

namespace Bpm.Engine.Execution;

/// <summary>What one run of an instance, up to the next wait, changed. Store all of it in one transaction, or none.</summary>
public sealed class Burst
{
    /// <param name="lines">Of the burst around, so that all lines of one run stay in order.</param>
    internal Burst(WorkflowInstance instance, bool isNew, List<string>? lines = null) =>
        (Instance, IsNew, ExpectedRevision, Lines) = (instance, isNew, instance.Revision, lines ?? []);

    private ValueRecorder? _recorder;

    public WorkflowInstance Instance { get; }

    /// <summary>A burst in which nothing ran.</summary>
    public static Burst None(WorkflowInstance instance) => new(instance, isNew: false);

    /// <summary>Was the instance made by this burst?</summary>
    public bool IsNew { get; }

    /// <summary>False where the bookmark was not there (any more) or the instance had ended: nothing ran and nothing needs storing.</summary>
    public bool Changed { get; internal set; }

    /// <summary>Revision that the stored row must still have; 0 for a new instance. Else throw <see cref="ConcurrencyConflictException"/>.</summary>
    public long ExpectedRevision { get; }

    /// <summary>Bookmarks to insert. Timers are among them; see <see cref="AddedTimers"/>.</summary>
    public List<Bookmark> AddedBookmarks { get; } = [];

    /// <summary>Ids of bookmarks to delete.</summary>
    public List<string> RemovedBookmarkIds { get; } = [];

    public List<TimerEntry> AddedTimers { get; } = [];

    /// <summary>Bookmark ids whose timers are to be deleted.</summary>
    public List<string> RemovedTimerIds { get; } = [];

    /// <summary>What happened, in order.</summary>
    public List<JournalEntry> Journal { get; } = new(32);

    /// <summary>Inputs and outputs that the definition wants in the journal; mostly none. Seal them where they are stored.</summary>
    public IReadOnlyList<RecordedValue> Values => _recorder?.Values ?? [];

    /// <summary>Stimuli to deliver after this burst is stored.</summary>
    public List<PublishedStimulus> PublishedStimuli { get; } = [];

    /// <summary>Bursts of instances that this one started and that run in the same transaction; store them before this one, in order.</summary>
    public List<Burst> Children { get; } = [];

    /// <summary>Instances to start after this burst is stored.</summary>
    public List<WorkflowDispatch> Dispatches { get; } = [];

    /// <summary>Tasks that somebody outside is asked for; store them with the burst.</summary>
    public List<RequestedTask> RequestedTasks { get; } = [];

    /// <summary>Has the instance another correlation id than before? Then the rows of all its bookmarks need it.</summary>
    public bool CorrelationChanged { get; internal set; }

    /// <summary>What activities left for the caller to store with this burst (<see cref="ActivityContext.Leave"/>), in order.</summary>
    public List<object> Effects { get; } = [];

    /// <summary>Incidents that came up in this burst.</summary>
    public List<Incident> Incidents { get; } = [];

    /// <summary>Incidents of this or earlier bursts that were dealt with in this one.</summary>
    public List<Incident> ResolvedIncidents { get; } = [];

    /// <summary>Lines of WriteLine activities, for logs and tests; not stored. Shared with <see cref="Children"/>, in the order printed.</summary>
    public List<string> Lines { get; }

    internal void Keep(ActivityContext run, bool isOutput, string name, object? value) =>
        (_recorder ??= new()).Add(run.ActivityInstanceId, isOutput, name, value);
}
