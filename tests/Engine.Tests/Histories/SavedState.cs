namespace Bpm.Engine.Tests.Histories;

/// <summary>A saved state and what happened from it on.</summary>
internal sealed record SavedState
{
    /// <summary>The instance's bytes as a program of that format wrote them.</summary>
    public required byte[] State { get; init; }

    /// <summary>The moment when it was saved, UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The journal's bytes up to then, a blob for each burst, and what they say.</summary>
    public required IReadOnlyList<byte[]> JournalBlobs { get; init; }

    public required IReadOnlyList<string> JournalBefore { get; init; }

    /// <summary>Variables at that moment, with their types.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required IReadOnlyList<string> JournalAfter { get; init; }
    public required IReadOnlyList<string> LinesAfter { get; init; }
    public required string StatusAfter { get; init; }
}
