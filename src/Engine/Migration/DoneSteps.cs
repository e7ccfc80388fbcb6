using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Migration;

/// <summary>
/// What the journal tells of steps that were run to their end: by which outcomes they were left last, within one run of their container.
/// A run keeps its id for life, so this holds over earlier migrations as well; within it a step is known by its id as drawn.
/// </summary>
internal sealed class DoneSteps
{
    private readonly Dictionary<(int Container, string Id), IReadOnlyList<string>> _outcomes = [];

    public DoneSteps(IEnumerable<JournalEntry> journal)
    {
        foreach (var entry in journal)
            if (entry.EventName == JournalEvents.Completed)
                _outcomes[(entry.ParentInstanceId, entry.NodePath[(entry.NodePath.LastIndexOf(':') + 1)..])] = entry.Outcomes;
    }

    /// <summary>Outcomes of the last time; null where it never came to its end in this run of its container.</summary>
    public IReadOnlyList<string>? Of(ActivityContext container, ActivityNode step) =>
        _outcomes.GetValueOrDefault((container.ActivityInstanceId, step.Id));
}
