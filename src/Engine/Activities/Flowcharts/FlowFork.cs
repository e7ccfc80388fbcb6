using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>Leaves by all of its branches at once.</summary>
internal sealed class FlowFork(string[] branches) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.FlowFork", "分支", "并行", "同时走多个分支")
        {
            Inputs = [new("Branches", "String[]", "分支") { UIHint = "dynamic-outcomes" }],
        },
        reader => new FlowFork([.. reader.Fixed<IReadOnlyList<string>>("branches", [])]));

    public override IReadOnlyList<string> Ports => branches;

    public override void Execute(ActivityContext c) => c.Complete(branches);
}
