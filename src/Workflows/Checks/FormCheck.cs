using Bpm.Domain.Tasks;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>Forms and outcomes of tasks stand in <c>forms.json</c>, and a task asks for something.</summary>
internal sealed class FormCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var forms = definition.Pack.Forms;
        foreach (var (node, task) in definition.All<HumanTaskActivity>())
        {
            foreach (var outcome in task.Ports.Where(outcome => forms.Outcome(task.Step, outcome) is null))
                yield return definition.At(node, "UNKNOWN-OUTCOME", $"结果“{outcome}”在 forms.json 的 outcomes 中没有中文名，办理人看到的将是代码本身；请在 forms.json 中补上。", Severity.Warning);
            var form = task.Form.Length == 0 ? TaskForm.Empty : forms.Form(task.Form);
            if (form is null)
            {
                yield return definition.At(node, "UNKNOWN-FORM", $"表单“{task.Form}”在 forms.json 中不存在；请改为已有的表单，或先添加。");
                continue;
            }

            foreach (var outcome in form.RequiredFor.Values.SelectMany(o => o).Distinct().Where(o => !task.Ports.Contains(o)))
                yield return definition.At(node, "FORM-OUTCOME", $"表单“{task.Form}”为结果“{outcome}”设了必填项，但本步骤没有这个结果；请加上这个结果，或换一个表单。", Severity.Warning);
            if (task.Ports.Count == 1 && !form.Properties.Keys.Any(field => form.IsRequired(field, task.Ports[0])))
                yield return definition.At(node, "NOTHING-ASKED", "只有一个结果且没有必填项，办理人点一下就过去了；请加一个结果，或选一个有必填项的表单。", Severity.Warning);
        }
    }
}
