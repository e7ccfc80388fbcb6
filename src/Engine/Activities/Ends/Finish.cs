using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Ends;

/// <summary>Ends the whole instance; every other branch is cancelled.</summary>
internal sealed class Finish : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Finish", "流程", "办结", "结束整个流程，取消其他分支") { IsTerminal = true }, _ => new Finish());

    public override void Execute(ActivityContext c) => c.FinishInstance();
}
