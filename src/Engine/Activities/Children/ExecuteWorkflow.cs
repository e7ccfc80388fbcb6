using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Children;

/// <summary>
/// Runs another workflow as an instance of its own within this burst, until it waits or ends. Where it has ended, or need not be waited
/// for, goes on at once; else when it ends, in whatever way. A child that fails does not fail its caller: the result tells.
/// </summary>
internal sealed class ExecuteWorkflow(
    Input<string> definition, Input<string?> correlationId, Input<IReadOnlyDictionary<string, object?>> input, Input<bool> wait, Output? result) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.ExecuteWorkflow", ChildInputs.Category, "执行流程", "启动另一个流程，一直执行到它等待或结束")
        {
            Kind = ActivityKind.Task,
            Inputs =
            [
                ChildInputs.Definition, ChildInputs.Correlation, ChildInputs.Input,
                ChildInputs.Wait("等到它结束再继续；不选则它开始等待时就继续"),
            ],
            Outputs = [new("Result", "Object", "结果", "WorkflowInstanceId、Status、SubStatus、Output，以及它的各项输出")],
        },
        reader => new ExecuteWorkflow(
            reader.Input("workflowDefinitionId", ""), reader.Input<string?>("correlationId"),
            reader.Input<IReadOnlyDictionary<string, object?>>("input", new Dictionary<string, object?>()),
            reader.Input<bool>("waitForCompletion"), reader.Output("result")));

    public override IReadOnlyList<string> StartedDefinitions => ChildInputs.Known(definition);

    public override void Execute(ActivityContext c)
    {
        var waits = c.Get(wait);
        var child = c.StartChild(c.Get(definition), c.Get(input), c.Get(correlationId), waits);
        if (waits && !child.IsEnded) c.CreateBookmark(Stimulus.ChildEnded, child.Id);
        else GoOn(c, ChildEnd.Of(child));
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload) => GoOn(c, ChildEnd.Of(bookmark, payload));

    /// <summary>Elsa gives the four facts where the child ended at once, but its bare outputs where it was waited for: here both are there always.</summary>
    private void GoOn(ActivityContext c, ChildEnd end)
    {
        c.Set(result, new Dictionary<string, object?>(end.Output, StringComparer.Ordinal)
        {
            ["WorkflowInstanceId"] = end.InstanceId,
            ["Status"] = end.Status,
            ["SubStatus"] = end.SubStatus,
            ["Output"] = end.Output,
        });
        c.Complete();
    }
}
