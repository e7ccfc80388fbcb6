namespace Bpm.Application.Instances.Migration;

/// <summary>What became of each instance.</summary>
/// <param name="Results">In the order asked for.</param>
/// <param name="Remaining">Open instances of the version that were not looked at, because one request takes only so many.</param>
/// <param name="Undo">The order that moves back what was moved; null where nothing was. It holds as long as nothing has moved on.</param>
public sealed record MigrationReport(int From, int To, IReadOnlyList<MigrationOutcome> Results, int Remaining, MigrationReport.Reversal? Undo)
{
    /// <summary>How many results are of a state.</summary>
    public int Count(string state) => Results.Count(result => result.State == state);

    /// <summary>Versions, map and instances to send once more.</summary>
    public sealed record Reversal(int From, int To, IReadOnlyDictionary<string, string> Map, IReadOnlyList<string> Instances);
}
