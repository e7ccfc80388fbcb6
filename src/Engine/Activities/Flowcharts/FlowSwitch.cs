using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>Leaves by the labels of the cases that are true, or by Default.</summary>
internal sealed class FlowSwitch : Activity
{
    private static readonly string[] Default = ["Default"];
    private readonly (string[] Label, Input<bool> Condition)[] _cases;
    private readonly Input<SwitchMode> _mode;

    private FlowSwitch((string[] Label, Input<bool> Condition)[] cases, Input<SwitchMode> mode) => (_cases, _mode) = (cases, mode);

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.FlowSwitch", "分支", "多路判断", "按条件走不同的分支")
        {
            Inputs =
            [
                new("Cases", "FlowSwitchCase[]", "分支") { UIHint = "flow-switch-editor", IsWrapped = false },
                new("Mode", "SwitchMode", "方式")
                {
                    UIHint = "dropdown",
                    DefaultValue = nameof(SwitchMode.MatchFirst),
                    UISpecifications = DropDown.Of(("MatchFirst", "第一个成立的分支"), ("MatchAny", "所有成立的分支")),
                },
            ],
            Ports = [new("Default", "其他")],
        },
        Compile);

    public override IReadOnlyList<string> Ports => [.. _cases.Select(c => c.Label[0]), "Default"];

    public override void Execute(ActivityContext c)
    {
        List<string>? matches = null;
        var all = c.Get(_mode) == SwitchMode.MatchAny;
        foreach (var (label, condition) in _cases)
        {
            if (!c.Get(condition)) continue;
            if (!all)
            {
                c.Complete(label);
                return;
            }
            (matches ??= []).Add(label[0]);
        }
        c.Complete(matches is null ? Default : [.. matches]);
    }

    private static FlowSwitch Compile(NodeReader reader)
    {
        var cases = new List<(string[], Input<bool>)>();
        if (reader.TryGet("cases", out var json) && json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray())
            {
                var label = DeclarationReader.Text(item, "label") ?? throw reader.Error("有一个分支没有名称。");
                if (!item.TryGetProperty("condition", out var condition)) throw reader.Error($"分支 “{label}” 没有条件。");
                cases.Add(([label], reader.Expression<bool>(condition, label)));
            }
        return new([.. cases], reader.Input("mode", SwitchMode.MatchFirst));
    }
}
