namespace Bpm.Domain.Tasks;

/// <summary>Where a human task stands.</summary>
public enum TaskState
{
    /// <summary>Nobody holds it; candidates may claim it.</summary>
    Open,

    /// <summary>Somebody holds it.</summary>
    Claimed,

    /// <summary>Done, with an outcome.</summary>
    Completed,

    /// <summary>Not needed any more.</summary>
    Cancelled,
}
