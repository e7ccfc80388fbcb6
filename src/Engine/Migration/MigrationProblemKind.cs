namespace Bpm.Engine.Migration;

/// <summary>Why an instance cannot go on with another version.</summary>
public enum MigrationProblemKind
{
    /// <summary>It is past its end.</summary>
    InstanceEnded,

    /// <summary>The map names a step that one of the versions does not have, or gives two steps the same counterpart.</summary>
    MapInvalid,

    /// <summary>A step that runs or waits has no counterpart.</summary>
    StepUnmapped,

    /// <summary>The counterpart is another type of activity.</summary>
    StepTypeDiffers,

    /// <summary>The counterpart stands in another container than the container's counterpart.</summary>
    ContainerDiffers,

    /// <summary>The counterpart is the same type and means something else, for example another step code.</summary>
    StepDiffers,

    /// <summary>The waiting step may be left by an outcome that its counterpart does not have.</summary>
    OutcomeMissing,

    /// <summary>A variable cannot hold its value any more.</summary>
    VariableDiffers,

    /// <summary>A step that was run, or runs, would be started once more.</summary>
    StepWouldRunAgain,

    /// <summary>A step that was still to come would never be reached.</summary>
    StepWouldBeSkipped,

    /// <summary>Branches that have reached a join have no place in front of it.</summary>
    JoinPending,

    /// <summary>A new step with several ways out was passed, and a join to come depends on which way it would have gone.</summary>
    NewStepUndecided,

    /// <summary>The flowcharts are run by other rules (<see cref="Activities.Flowcharts.FlowchartMode"/>).</summary>
    FlowchartModeDiffers,
}
