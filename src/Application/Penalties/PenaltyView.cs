namespace Bpm.Application.Penalties;

/// <summary>A row of the penalty ledger. Times carry the organisation's offset.</summary>
/// <param name="Rule">Penalty article.</param>
/// <param name="Complaint">Number of the case.</param>
/// <param name="Person">User name; null until somebody has said who.</param>
/// <param name="Department">Code of the department whose points are taken.</param>
/// <param name="Amount">CNY; null where no sum is known or meant.</param>
/// <param name="State">proposed, confirmed, appealed, waived, reversed or withdrawn.</param>
/// <param name="Evidence">Why this person; null where the caller may not read the case.</param>
public sealed record PenaltyView(
    Guid Id, string Rule, string Complaint, Guid? ClockId, string? Person, string? Department, decimal? Amount, int Points, string State, string? Evidence)
{
    /// <summary>Name of the article.</summary>
    public required string RuleName { get; init; }

    /// <summary>Where the article stands, such as <c>§八.1</c>.</summary>
    public required string Section { get; init; }

    /// <summary>What the article calls the person.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the person, or null.</summary>
    public string? PersonName { get; init; }

    /// <summary>Name of the department, or null.</summary>
    public string? DepartmentName { get; init; }

    /// <summary>Chinese name of the state.</summary>
    public required string StateName { get; init; }

    /// <summary>The outside rule that says the amount, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>A measure without a sum, or null.</summary>
    public string? Disposition { get; init; }

    /// <summary>Local day of the event.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>It cannot be confirmed before somebody fills in who or how much.</summary>
    public bool Incomplete { get; init; }

    /// <summary>When the appeal is to be decided, or null.</summary>
    public DateTimeOffset? AppealDueAt { get; init; }

    /// <summary>What the caller may do: confirm, waive, reverse, complete, appeal, decide.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>What was done to it, oldest first; only where one row is asked for.</summary>
    public IReadOnlyList<PenaltyActView>? History { get; init; }

    /// <summary>The evidence pack; only where one row is asked for and the caller may read the case.</summary>
    public PenaltyPack? Pack { get; init; }
}
