namespace Bpm.Application.Instances.Incidents;

/// <summary>What is done to instances that failed.</summary>
public enum MendAction
{
    /// <summary>The failed step runs again.</summary>
    Retry,

    /// <summary>The failed step is taken as completed.</summary>
    Skip,

    /// <summary>A variable gets a value, so that the step can be tried again.</summary>
    Variable,

    /// <summary>The instance ends.</summary>
    Cancel,
}
