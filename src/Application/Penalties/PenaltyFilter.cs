namespace Bpm.Application.Penalties;

/// <summary>Which rows of the ledger are listed; null means any. Rows of cases that the reader may not read are not, but for the reader's own.</summary>
/// <param name="Organisation">Organisation code; always the caller's own.</param>
/// <param name="Levels">Levels of confidentiality that the reader always reads.</param>
/// <param name="Reader">User name of the reader.</param>
/// <param name="OwnOnly">Only rows of the reader.</param>
public sealed record PenaltyFilter(string Organisation, IReadOnlyList<string> Levels, string Reader, bool OwnOnly)
{
    /// <summary>Name of a state.</summary>
    public string? State { get; init; }

    /// <summary>User name; empty for rows that name nobody.</summary>
    public string? Person { get; init; }

    /// <summary>Department code.</summary>
    public string? Department { get; init; }

    /// <summary>Penalty article.</summary>
    public string? Article { get; init; }

    /// <summary>Number of a case.</summary>
    public string? Complaint { get; init; }

    /// <summary>First local day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last local day, inclusive.</summary>
    public DateOnly? To { get; init; }
}
