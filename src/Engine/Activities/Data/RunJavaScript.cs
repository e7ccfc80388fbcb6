using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Data;

/// <summary>Runs a script. It leaves by the outcomes that the script sets, else by Done; its result is the script's value unless that is null.</summary>
internal sealed class RunJavaScript(Expression? script, IReadOnlyList<string> possibleOutcomes, Output result) : Activity
{
    private static readonly string[] Done = ["Done"];

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.RunJavaScript", "数据", "运行脚本", "执行一段 JavaScript")
        {
            Inputs =
            [
                new("Script", "String", "脚本", "用 setOutcome('名称') 或 setOutcomes(['名称']) 决定出口")
                {
                    UIHint = "code-editor",
                    DefaultSyntax = "JavaScript",
                    UISpecifications = new Dictionary<string, object>
                    {
                        ["code-editor"] = new Dictionary<string, object> { ["language"] = "javascript", ["editorHeight"] = 0, ["singleLineMode"] = false },
                    },
                },
                new("PossibleOutcomes", "String[]", "可能的结果")
                {
                    UIHint = "dynamic-outcomes",
                    UISpecifications = new Dictionary<string, object>
                    {
                        ["DynamicOutcomesOptions"] = new Dictionary<string, object> { ["fixedOutcomes"] = Done },
                    },
                },
            ],
            Outputs = [new("Result", "Object", "结果")],
        },
        reader => new RunJavaScript(
            reader.Script("script"), reader.Fixed<IReadOnlyList<string>>("possibleOutcomes", []), reader.Output("result")));

    public override IReadOnlyList<string> Ports => [.. possibleOutcomes.Union(Done)];

    public override void Execute(ActivityContext c)
    {
        c.Execution.ScriptOutcomes = null;
        if (script?.Evaluate(c) is { } value) c.Set(result, value);
        c.Complete(c.Execution.ScriptOutcomes ?? Done);
    }
}
