using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>Articles, departments, fixed texts, steps and reports that activities name exist in the pack.</summary>
internal sealed class ReferenceCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        foreach (var node in definition.Own)
        {
            foreach (var finding in Articles(definition, node).Concat(Departments(definition, node)).Concat(Steps(definition, node)))
                yield return finding;
            foreach (var text in (node.Activity as HumanTaskActivity)?.Texts.Where(text => definition.Pack.Rules.FindText(text) is null) ?? [])
                yield return definition.At(node, "UNKNOWN-TEXT", $"须备的用语“{text}”在 rules.json 的 texts 中不存在；请改为已有的编号，或先在 rules.json 中添加。");
            if (node.Activity is ReportActivity { Report: var report } && !definition.Pack.Directory.Profile.Reports.ContainsKey(report))
                yield return definition.At(node, "UNKNOWN-REPORT", $"报表“{report}”在 organisation.json 中不存在；请改为已有的报表代码。");
        }
    }

    private static IEnumerable<Finding> Articles(Checked definition, ActivityNode node)
    {
        var (rules, required) = node.Activity switch
        {
            HumanTaskActivity task => ([task.FixedRule], false),
            StartClockActivity { FixedFromRule: { Length: > 0 } from } start => ([start.FixedRule, from], true),
            StartClockActivity start => ([start.FixedRule], true),
            PassClockActivity pass => ([pass.FixedRule], true),
            CorrectClockActivity correct => ([correct.FixedRule], true),
            StopClockActivity stop => ([stop.FixedRule], true),
            SupersedeClockActivity supersede => ([supersede.FixedRule], true),
            WaitForClockActivity wait => ([wait.FixedRule], true),
            CloseActivity close => ([.. close.After], false),
            _ => (Array.Empty<string?>(), false),
        };
        foreach (var rule in rules)
        {
            if (rule is { Length: > 0 } && definition.Pack.Rules.Find(rule) is null)
                yield return definition.At(node, "UNKNOWN-ARTICLE", $"条款“{rule}”在 rules.json 中没有时限；请改为有时限的条款号。");
            if (rule is { Length: 0 } && required)
                yield return definition.At(node, "NO-ARTICLE", "没有填写条款；请填写 rules.json 中有时限的条款号。");
        }
    }

    private static IEnumerable<Finding> Departments(Checked definition, ActivityNode node)
    {
        var department = node.Activity switch
        {
            PushActivity push => push.FixedDepartment,
            StartClockActivity start => start.FixedDepartment,
            _ => null,
        };
        if (department is { Length: > 0 } && definition.Pack.Directory.Department(department) is null)
            yield return definition.At(node, "UNKNOWN-DEPARTMENT", $"部门“{department}”在 organisation.json 中不存在；请改为已有的部门代码。");
        if (department is { Length: 0 } && node.Activity is PushActivity)
            yield return definition.At(node, "NO-DEPARTMENT", "派单没有指定部门；请填写部门代码。");
    }

    private static IEnumerable<Finding> Steps(Checked definition, ActivityNode node)
    {
        var (step, required) = node.Activity switch
        {
            StopClockActivity stop => (stop.Step, false),
            FollowUpActivity followUp => (followUp.Step, true),
            RecordFindingActivity finding => (finding.Step, true),
            ReplyActivity reply => (reply.Step, false),
            LearnActivity learn => (learn.Step, true),
            ReclassifyActivity reclassify => (reclassify.Step, true),
            CorrectClockActivity correct => (correct.FixedStep ?? "", correct.FixedStep is not null),
            EscalateActivity escalate => (escalate.FixedStep ?? "", escalate.FixedStep is not null),
            _ => ("", false),
        };
        if (step.Length > 0 && !definition.Steps.Contains(step))
            yield return definition.At(node, "UNKNOWN-STEP", $"步骤“{step}”不存在；请改为已有步骤的代码。");
        if (step.Length == 0 && required)
            yield return definition.At(node, "UNKNOWN-STEP", "没有填写步骤代码；请填写要取内容的步骤。");
        if (node.Activity is not ReplyActivity { FixedTemplate: { } template })
            yield break;
        if (template.Length > 0 && definition.Pack.Rules.FindText(template) is null)
            yield return definition.At(node, "UNKNOWN-TEXT", $"固定用语“{template}”在 rules.json 的 texts 中不存在；请改为已有的编号，或先添加。");
        if (template.Length == 0 && step.Length == 0)
            yield return definition.At(node, "NO-TEXT", "既没有取内容的步骤，也没有固定用语，不知道答复什么；请填写其中一个。");
    }
}
