using System.Text.RegularExpressions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>Step codes and outcome names: their spelling, and that one code means one thing.</summary>
internal sealed partial class StepCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var other in definition.Graph.Nodes.Where(node => !definition.Own.Contains(node)).Select(n => n.Activity).OfType<HumanTaskActivity>())
            known.TryAdd(other.Step, other.Ports);
        foreach (var (node, task) in definition.All<HumanTaskActivity>())
        {
            if (!StepCode().IsMatch(task.Step))
                yield return definition.At(node, "STEP-CODE", $"步骤代码“{task.Step}”应为小写英文加连字符，例如 follow-up。");
            foreach (var outcome in task.Ports.Where(o => !OutcomeName().IsMatch(o)))
                yield return definition.At(node, "OUTCOME-NAME", $"结果“{outcome}”应为首字母大写的英文，例如 Satisfied；中文名写在 forms.json。");
            if (task.Ports.Distinct().Count() != task.Ports.Count)
                yield return definition.At(node, "OUTCOME-TWICE", "同一个结果写了两次；请删去一个。");
            if (!known.TryAdd(task.Step, task.Ports) && !known[task.Step].Order().SequenceEqual(task.Ports.Order()))
                yield return definition.At(node, "STEP-DIFFERS", $"同一步骤代码在别处的结果是 {string.Join('、', known[task.Step])}，请统一或换一个代码。");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex StepCode();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex OutcomeName();
}
