using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Children;

/// <summary>Asks somebody outside to do a task, and waits for the report. Its result is what the report brings.</summary>
internal sealed class RunTask(Input<string> name, Input<IReadOnlyDictionary<string, object?>> parameters, Output? taskId, Output? result) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.RunTask", "基础", "请求任务", "请外部系统完成一项任务，等它回报后继续")
        {
            Inputs =
            [
                new("TaskName", "String", "任务名称"),
                new("Payload", "IDictionary<String, Object>", "参数", "交给任务的参数") { UIHint = "multiline", DefaultSyntax = "JavaScript" },
            ],
            Outputs = [new("TaskId", "String", "任务编号", "回报时要用"), new("Result", "Object", "结果", "回报的内容")],
        },
        reader => new RunTask(
            reader.Input("taskName", ""), reader.Input<IReadOnlyDictionary<string, object?>>("payload", new Dictionary<string, object?>()),
            reader.Output("taskId"), reader.Output("result")));

    public override void Execute(ActivityContext c)
    {
        var id = c.RequestTask(c.Get(name), c.Get(parameters));
        c.Set(taskId, id);
        c.CreateBookmark(Stimulus.RunTask, id);
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        c.Set(result, payload);
        c.Complete();
    }
}
