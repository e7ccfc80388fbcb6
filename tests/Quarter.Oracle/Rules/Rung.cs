namespace Bpm.Quarter.Oracle.Rules;

/// <summary>One rung of a ladder.</summary>
/// <param name="Kind"><c>warning</c>, <c>overdue</c> or <c>escalation</c>.</param>
/// <param name="At">Its moment, from start and due time.</param>
/// <param name="Told">Who hears: <c>holder</c>, <c>head</c>, <c>leader</c>, <c>duty</c> or a user name; a leading <c>!</c> means also at night.</param>
internal sealed record Rung(string Kind, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> At, params string[] Told);
