using Bpm.Engine.Journal;

namespace Bpm.Engine.Storage;

/// <summary>A part of a journal.</summary>
/// <param name="Entries">In order, without gaps.</param>
/// <param name="Values">What the bursts of these entries recorded of inputs and outputs, oldest first; may be a case's text.</param>
public sealed record JournalPage(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<RecordedValue> Values)
{
    /// <summary>A page from bursts in order: the entries wanted, and all values of the bursts that they come from.</summary>
    /// <param name="bursts">Entries and values of each burst.</param>
    public static JournalPage Of(
        IEnumerable<(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<RecordedValue> Values)> bursts, long from, int count)
    {
        ArgumentNullException.ThrowIfNull(bursts);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (entries, values) = (new List<JournalEntry>(), new List<RecordedValue>());
        foreach (var burst in bursts)
        {
            var before = entries.Count;
            entries.AddRange(burst.Entries.Where(e => e.Sequence >= from).Take(count - before));
            if (entries.Count > before) values.AddRange(burst.Values);
            if (entries.Count == count) break;
        }
        return new(entries, values);
    }
}
