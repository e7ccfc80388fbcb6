namespace Bpm.Engine.Activities;

/// <summary>How the designer draws an activity.</summary>
public enum ActivityKind
{
    /// <summary>Works and goes on.</summary>
    Action,

    /// <summary>May start a workflow or wait for something from outside.</summary>
    Trigger,

    /// <summary>Runs in the background.</summary>
    Job,

    /// <summary>May run in the background.</summary>
    Task,
}
