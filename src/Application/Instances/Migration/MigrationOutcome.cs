namespace Bpm.Application.Instances.Migration;

/// <summary>What became, or would become, of one instance.</summary>
/// <param name="Number">Number of its case, or its correlation id; null where it has none or is not known.</param>
/// <param name="State">movable (dry run), moved, already (it is on the target version), refused.</param>
/// <param name="Problems">Why it is refused; else empty.</param>
public sealed record MigrationOutcome(string InstanceId, string? Number, string State, IReadOnlyList<MigrationProblemView> Problems)
{
    /// <summary>A dry run that went well.</summary>
    public const string Movable = "movable";

    /// <summary>It goes on with the target version.</summary>
    public const string Moved = "moved";

    /// <summary>It was there before.</summary>
    public const string Already = "already";

    /// <summary>It stays, unchanged.</summary>
    public const string Refused = "refused";
}
