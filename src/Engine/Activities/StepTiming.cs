namespace Bpm.Engine.Activities;

/// <summary>What an activity has to do with the time that a neighbouring step may take.</summary>
public enum StepTiming
{
    None,

    /// <summary>It starts what measures the step that it leads to, and does not wait: going back to that step goes back to it.</summary>
    StartsBefore,

    /// <summary>It waits beside a step for a moment: going back to the step lets it wait afresh.</summary>
    WaitsBeside,
}
