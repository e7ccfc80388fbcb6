using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Ends the nearest loop around it, and the sequence or flowchart that it stands in.</summary>
internal sealed class Break : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Break", "循环", "跳出循环", "结束所在的循环") { IsTerminal = true }, _ => new Break());

    public override void Execute(ActivityContext c)
    {
        c.BreakLoop();
        c.Complete();
    }
}
