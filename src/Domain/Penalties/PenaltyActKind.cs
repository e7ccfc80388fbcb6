namespace Bpm.Domain.Penalties;

/// <summary>What was done to a row of the penalty ledger.</summary>
public enum PenaltyActKind
{
    /// <summary>Proposed, also anew after it was withdrawn.</summary>
    Proposed,

    /// <summary>Person, amount or measure filled in.</summary>
    Completed,

    /// <summary>Confirmed.</summary>
    Confirmed,

    /// <summary>The person appealed.</summary>
    Appealed,

    /// <summary>The appeal was turned down.</summary>
    Upheld,

    /// <summary>Counts no more.</summary>
    Reversed,

    /// <summary>Not confirmed.</summary>
    Waived,

    /// <summary>What it rested on fell away.</summary>
    Withdrawn,
}
