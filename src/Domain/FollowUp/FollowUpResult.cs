namespace Bpm.Domain.FollowUp;

/// <summary>What a call back to the customer brought.</summary>
public enum FollowUpResult
{
    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>不满意.</summary>
    NotSatisfied,

    /// <summary>无法联系.</summary>
    Unreachable,
}
