using Bpm.Domain.Regulations;

namespace Bpm.Domain.Penalties;

/// <summary>Finds the same error of one person often enough in a rolling time (A §八.7, AMB-24).</summary>
public static class RepeatedErrors
{
    /// <summary>The rows that together reach the number with one of them in them, oldest first; empty where they do not.</summary>
    /// <param name="rows">Confirmed rows of one person and article, with that one.</param>
    /// <param name="last">The row that was confirmed now.</param>
    public static IReadOnlyList<Penalty> With(Penalty last, IEnumerable<Penalty> rows, PenaltyRepeatRule rule)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(rule);
        var ordered = rows.OrderBy(row => row.Day).ThenBy(row => row.OccurredAt).ToList();
        for (var end = rule.Count - 1; end < ordered.Count; end++)
        {
            var window = ordered[(end - rule.Count + 1)..(end + 1)];
            if (window[0].Day > window[^1].Day.AddMonths(-rule.Months) && window.Contains(last))
                return window;
        }

        return [];
    }
}
