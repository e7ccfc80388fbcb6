using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Children;

/// <summary>Has another workflow started after this burst is stored, as an instance of its own. Goes on at once, or when that one ends, in whatever way.</summary>
internal sealed class DispatchWorkflow(
    Input<string> definition, Input<string?> correlationId, Input<IReadOnlyDictionary<string, object?>> input, Input<bool> wait, Output? result) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.DispatchWorkflow", ChildInputs.Category, "派发流程", "另外启动一个流程，与本流程各自执行")
        {
            Inputs =
            [
                ChildInputs.Definition, ChildInputs.Correlation, ChildInputs.Input,
                ChildInputs.Wait("等到它结束再继续；不选则立即继续"),
            ],
            Outputs = [new("Result", "Object", "结果", "等待结束时：它的各项输出")],
        },
        Compile);

    public override IReadOnlyList<string> StartedDefinitions => ChildInputs.Known(definition);

    public override void Execute(ActivityContext c)
    {
        var waits = c.Get(wait);
        var child = c.Dispatch(c.Get(definition), c.Get(input), c.Get(correlationId), waits);
        if (waits) c.CreateBookmark(Stimulus.ChildEnded, child);
        else c.Complete();
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        c.Set(result, ChildEnd.Of(bookmark, payload).Output);
        c.Complete();
    }

    private static DispatchWorkflow Compile(NodeReader reader)
    {
        ChildInputs.RefuseChannel(reader);
        return new(
            reader.Input("workflowDefinitionId", ""), reader.Input<string?>("correlationId"),
            reader.Input<IReadOnlyDictionary<string, object?>>("input", new Dictionary<string, object?>()),
            reader.Input<bool>("waitForCompletion"), reader.Output("result"));
    }
}
