namespace Bpm.Domain.Complaints;

/// <summary>How much of a case somebody sees.</summary>
public enum AccessLevel
{
    /// <summary>Nothing, not even that the case exists.</summary>
    None,

    /// <summary>Number, status, time of receipt and one neutral clock.</summary>
    Summary,

    /// <summary>The summary and the released opinion.</summary>
    Opinion,

    /// <summary>Everything.</summary>
    Full,
}
