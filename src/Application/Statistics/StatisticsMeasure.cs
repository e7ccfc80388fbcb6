namespace Bpm.Application.Statistics;

/// <summary>What is counted. Each measure is one condition over cases: counting it and listing it are the same question.</summary>
public enum StatisticsMeasure
{
    /// <summary>Received in the time, unfounded ones not among them.</summary>
    Received,

    /// <summary>Found untrue or not founded; counted apart, in no other number.</summary>
    Unfounded,

    /// <summary>Still worked on.</summary>
    Open,

    /// <summary>Closed by now.</summary>
    Closed,

    /// <summary>Closed, and no limit of the regulation was missed.</summary>
    OnTime,

    /// <summary>A limit of the regulation was missed, whether the case is closed or not. Targets do not count.</summary>
    Late,

    /// <summary>The customer had an answer in time.</summary>
    Responded,

    /// <summary>The limit of the answer was missed.</summary>
    Unanswered,

    /// <summary>Closed with an ending that counts as resolved.</summary>
    Resolved,

    /// <summary>Closed with another ending.</summary>
    Unresolved,

    /// <summary>The customer said to the newest call back that reached somebody: satisfied.</summary>
    Satisfied,

    /// <summary>The customer said: not satisfied.</summary>
    Dissatisfied,
}
