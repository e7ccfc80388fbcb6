namespace Bpm.Workflows.Http;

/// <summary>How an <see cref="HttpOrder"/> ended.</summary>
public enum HttpOutcome
{
    /// <summary>There is an answer, of whatever status.</summary>
    Answered,

    /// <summary>No connection, or it broke, as often as it was tried.</summary>
    FailedToConnect,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>It was not sent, or its answer not read, because the product's settings forbid it.</summary>
    Refused,
}
