namespace Bpm.Engine.Activities;

/// <summary>How many cases of a switch are taken.</summary>
public enum SwitchMode
{
    /// <summary>The first that is true.</summary>
    MatchFirst,

    /// <summary>All that are true.</summary>
    MatchAny,
}
