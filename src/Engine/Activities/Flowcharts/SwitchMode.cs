namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>How many cases of a switch are taken.</summary>
public enum SwitchMode
{
    /// <summary>The first that is true.</summary>
    MatchFirst,

    /// <summary>All that are true.</summary>
    MatchAny,
}
