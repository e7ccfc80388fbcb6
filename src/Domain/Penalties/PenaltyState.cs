namespace Bpm.Domain.Penalties;

/// <summary>Where a row of the penalty ledger stands. Rows never leave the ledger.</summary>
public enum PenaltyState
{
    /// <summary>Proposed; nobody has decided.</summary>
    Proposed,

    /// <summary>A second person has confirmed it: it counts.</summary>
    Confirmed,

    /// <summary>The person appeals: nothing else can be done to it until the appeal is decided.</summary>
    Appealed,

    /// <summary>Not confirmed, with a reason.</summary>
    Waived,

    /// <summary>Was confirmed or appealed and counts no more, with a reason.</summary>
    Reversed,

    /// <summary>What it rests on fell away before it was confirmed, for example because the calendar was corrected.</summary>
    Withdrawn,
}
