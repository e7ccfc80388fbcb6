namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>When an activity with several connections to it runs, in token mode; the activity's custom property <c>mergeMode</c>.</summary>
public enum MergeMode
{
    /// <summary>Not chosen: as <see cref="Stream"/>.</summary>
    None,

    /// <summary>With each arrival, unless a token still waits at an activity directly before it: then once that one is done.</summary>
    Stream,

    /// <summary>Once a token came on every forward connection. A dead path blocks it.</summary>
    Merge,

    /// <summary>Once a token came on every connection, those of loops too. A dead path blocks it.</summary>
    Converge,

    /// <summary>Once for each arrival.</summary>
    Cascade,

    /// <summary>With the first arrival; what still runs before it is cancelled.</summary>
    Race,
}
