using Bpm.Engine.Activities;
using Bpm.Engine.Execution;

namespace Bpm.Benchmarks;

/// <summary>Stands for what a step does elsewhere: leaves its id for the caller, who writes a row for it in the burst's transaction.</summary>
internal sealed class SideEffect : Activity
{
    /// <summary>What the caller's bursts left; null where nobody asks.</summary>
    public static AsyncLocal<List<string>?> Left { get; } = new();

    public static ActivityType Type { get; } = new(new ActivityDescriptor("Bench.SideEffect", "Bench", "副作用", "写一行"), _ => new SideEffect());

    public override void Execute(ActivityContext c)
    {
        Left.Value?.Add(c.Node.Id);
        c.Complete();
    }
}
