using System.Text.Json;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs the activity of the first case that is true, or of all that are, or else its default.</summary>
internal sealed class Switch : Activity
{
    private readonly (Input<bool> Condition, ActivityNode? Activity)[] _cases;
    private readonly Input<SwitchMode> _mode;
    private readonly ActivityNode? _default;

    private Switch((Input<bool> Condition, ActivityNode? Activity)[] cases, Input<SwitchMode> mode, ActivityNode? @default) =>
        (_cases, _mode, _default) = (cases, mode, @default);

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Switch", "分支", "多路选择", "按条件执行内嵌的活动")
        {
            Inputs =
            [
                new("Cases", "SwitchCase[]", "分支") { UIHint = "switch-editor", IsWrapped = false },
                new("Mode", "SwitchMode", "方式")
                {
                    UIHint = "dropdown",
                    DefaultValue = nameof(SwitchMode.MatchFirst),
                    UISpecifications = DropDown.Of(("MatchFirst", "第一个成立的分支"), ("MatchAny", "所有成立的分支")),
                },
            ],
            Ports = [new("Default", "其他", PortKind.Embedded)],
        },
        Compile);

    public override void Execute(ActivityContext c)
    {
        var all = c.Get(_mode) == SwitchMode.MatchAny;
        var matched = false;
        c.Counters = new int[1];
        foreach (var (condition, activity) in _cases)
        {
            if (matched && !all) break;
            if (!c.Get(condition)) continue;
            matched = true;
            Begin(c, activity);
        }
        if (!matched) Begin(c, _default);
        if (c.Counters[0] == 0) c.Complete();
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (--c.Counters![0] == 0) c.Complete();
    }

    private static void Begin(ActivityContext c, ActivityNode? activity)
    {
        if (activity is null) return;
        c.Counters![0]++;
        c.Schedule(activity);
    }

    private static Switch Compile(NodeReader reader)
    {
        var cases = new List<(Input<bool>, ActivityNode?)>();
        if (reader.TryGet("cases", out var json) && json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray())
            {
                var label = DeclarationReader.Text(item, "label") ?? throw reader.Error("有一个分支没有名称。");
                if (!item.TryGetProperty("condition", out var condition)) throw reader.Error($"分支 “{label}” 没有条件。");
                var activity = item.TryGetProperty("activity", out var a) && a.ValueKind == JsonValueKind.Object ? reader.Child(a) : null;
                cases.Add((reader.Expression<bool>(condition, label), activity));
            }
        return new([.. cases], reader.Input("mode", SwitchMode.MatchFirst), reader.Child("default"));
    }
}
