namespace Bpm.Application.Outbox;

/// <summary>How far an <see cref="OutboxMessage"/> has come.</summary>
public enum OutboxState
{
    /// <summary>Waits for its first or next attempt.</summary>
    Pending,

    /// <summary>The outside system has it.</summary>
    Delivered,

    /// <summary>Gave up; staff retry it.</summary>
    Incident,
}
