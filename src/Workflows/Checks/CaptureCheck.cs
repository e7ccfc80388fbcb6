using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>What tasks keep in variables: declared variables, existing fields, codes only.</summary>
internal sealed class CaptureCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var variables = definition.Graph.Variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, task) in definition.All<HumanTaskActivity>())
        {
            var form = definition.Pack.Forms.Form(task.Form);
            foreach (var field in task.Capture)
            {
                if (!variables.Contains(field))
                    yield return definition.At(node, "UNKNOWN-VARIABLE", $"要存入的变量“{field}”没有声明，请在流程的变量页添加。");
                if (form is null || !form.Properties.TryGetValue(field, out var spec))
                    yield return definition.At(node, "UNKNOWN-FIELD", $"要存入变量的“{field}”不是表单“{task.Form}”的一项；请改为表单里有的项。");
                else if (!CodeFields.IsCode(spec))
                    yield return definition.At(node, "TEXT-CAPTURED", $"“{spec.Title}”（{field}）是文字，不能存入流程变量；流程只存代码、数字、是否；请去掉这一项。");
            }
        }
    }
}
