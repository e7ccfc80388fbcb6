namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>When a FlowJoin goes on.</summary>
public enum FlowJoinMode
{
    /// <summary>Every branch came: all were followed. Else the join is skipped.</summary>
    WaitAll,

    /// <summary>Every branch was decided and at least one came. What an activity with several connections does of itself.</summary>
    WaitAllActive,

    /// <summary>The first branch came; what still runs before the join is cancelled.</summary>
    WaitAny,
}
