namespace Bpm.Application.Administration.Rosters;

/// <summary>A roster with who is on duty in the days to come.</summary>
/// <param name="Anchor">Day on which the first shift belongs to the first crew.</param>
/// <param name="Starts">Local times at which shifts start.</param>
/// <param name="Rotation">Crews (user names) that take shift after shift in turn.</param>
/// <param name="Days">The next days, today first.</param>
public sealed record RosterView(string Code, string Name, DateOnly Anchor, IReadOnlyList<TimeOnly> Starts, IReadOnlyList<IReadOnlyList<string>> Rotation, IReadOnlyList<RosterView.Day> Days)
{
    /// <summary>One day's shifts.</summary>
    public sealed record Day(DateOnly Date, IReadOnlyList<Turn> Turns);

    /// <summary>One shift.</summary>
    /// <param name="Crew">Names of those on duty.</param>
    /// <param name="IsNow">It is running.</param>
    public sealed record Turn(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Crew, bool IsNow);
}
