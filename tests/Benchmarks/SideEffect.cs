using Bpm.Engine.Activities;
using Bpm.Engine.Execution;

namespace Bpm.Benchmarks;

/// <summary>Stands for what a step does elsewhere: leaves its id with the caller, who writes a row for it in the burst's transaction.</summary>
internal sealed class SideEffect : Activity
{
    public static ActivityType Type { get; } = new(new ActivityDescriptor("Bench.SideEffect", "Bench", "副作用", "写一行"), _ => new SideEffect());

    public override void Execute(ActivityContext c)
    {
        c.Host<List<string>>().Add(c.Node.Id);
        c.Complete();
    }
}
