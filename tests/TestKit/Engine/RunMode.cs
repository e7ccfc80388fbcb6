namespace Bpm.TestKit.Engine;

/// <summary>How a scenario's bursts are run. What comes out must be the same in every mode.</summary>
public enum RunMode
{
    /// <summary>One instance in memory from start to end.</summary>
    Straight,

    /// <summary>Written and read again after every burst, so that nothing can live outside the stored state.</summary>
    Reloaded,

    /// <summary>As <see cref="Reloaded"/>, and each burst is run once and thrown away before it is run to be kept: the process died before the commit.</summary>
    Killed,
}
