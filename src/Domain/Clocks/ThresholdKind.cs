namespace Bpm.Domain.Clocks;

/// <summary>What a threshold means.</summary>
public enum ThresholdKind
{
    /// <summary>Before the due time.</summary>
    Warn,

    /// <summary>The due time itself: the clock is breached.</summary>
    Due,

    /// <summary>After the due time, to somebody higher.</summary>
    Escalate,
}
