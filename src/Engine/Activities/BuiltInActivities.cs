using Bpm.Engine.Activities.Children;
using Bpm.Engine.Activities.Containers;
using Bpm.Engine.Activities.Data;
using Bpm.Engine.Activities.Ends;
using Bpm.Engine.Activities.Events;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Activities.Time;
using Parallel = Bpm.Engine.Activities.Containers.Parallel;

namespace Bpm.Engine.Activities;

/// <summary>Elsa's activities that this engine runs.</summary>
internal static class BuiltInActivities
{
    public static IReadOnlyList<ActivityType> All { get; } =
    [
        WorkflowActivity.Type, Flowchart.Type,
        Sequence.Type, Parallel.Type, If.Type, Switch.Type, Fork.Type, FlowNode.Type, FlowNode.Container,
        While.Type, For.Type, ForEach.Type, ParallelForEach.Type, Break.Type,
        Marks.Start, Marks.End, Finish.Type, Complete.Type, Fault.Type,
        FlowDecision.Type, FlowSwitch.Type, FlowFork.Type, FlowJoin.Type,
        SetVariable.Type, SetOutput.Type, SetName.Type, Correlate.Type, RunJavaScript.Type, WriteLine.Type,
        Event.Type, PublishEvent.Type,
        Delay.Type, Time.Timer.Type, StartAt.Type,
        ExecuteWorkflow.Type, DispatchWorkflow.Type, BulkDispatchWorkflows.Type, RunTask.Type,
    ];
}
