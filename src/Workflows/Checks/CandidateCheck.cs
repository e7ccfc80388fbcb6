using Bpm.Domain.Organisation;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>Who gets tasks and notices: somebody, and only people, roles and departments that exist.</summary>
internal sealed class CandidateCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var directory = definition.Pack.Directory;
        foreach (var (node, task) in definition.All<HumanTaskActivity>())
        {
            if (task.FixedCandidates is { Count: 0 } || definition.HasBlankScript(node, "candidates"))
                yield return definition.At(node, "NO-CANDIDATE", "没有候选人，任务没人能办；请填写岗位、部门或人员。");
            foreach (var token in (task.FixedCandidates ?? []).Where(token => !directory.Knows(token)))
                yield return definition.At(node, Code(token), $"候选人“{token}”在 organisation.json 中不存在；请改为已有的岗位、部门或人员。");
            foreach (var token in (task.FixedCandidates ?? []).Where(token => directory.Knows(token) && directory.UsersWith(token).Count == 0))
                yield return definition.At(node, "CANDIDATE-EMPTY", $"候选人“{token}”目前没有任何人；请先安排人员，或换一个候选人。", Severity.Warning);
            foreach (var token in (task.FixedExclude ?? []).Where(token => !ExcludeToken.IsValid(token, directory)))
                yield return definition.At(node, "UNKNOWN-PERSON", $"回避“{token}”无效，应为 doer:步骤代码、user:用户名 、requester:case（提出此件的人）或 requester:disclosure（对外提供的申请人）；请改正。");
            foreach (var step in (task.FixedExclude ?? []).Select(ExcludeToken.StepOf).OfType<string>().Where(step => !definition.Steps.Contains(step)))
                yield return definition.At(node, "UNKNOWN-STEP", $"回避里的步骤“{step}”不存在；请改为已有步骤的代码。");
        }

        foreach (var (node, notify) in definition.All<NotifyActivity>())
        {
            if (notify.FixedRecipients is { Count: 0 } || definition.HasBlankScript(node, "to"))
                yield return definition.At(node, "NO-RECIPIENT", "通知没有收件人；请填写岗位、部门或人员。");
            foreach (var token in (notify.FixedRecipients ?? []).Where(token => !directory.Knows(token)))
                yield return definition.At(node, Code(token), $"收件人“{token}”在 organisation.json 中不存在；请改为已有的岗位、部门或人员。");
        }

        foreach (var finding in Escalations(definition, directory))
            yield return finding;
    }

    // Nobody would ever be able to take over.
    private static IEnumerable<Finding> Escalations(Checked definition, OrganisationDirectory directory)
    {
        foreach (var (node, escalate) in definition.All<EscalateActivity>())
        {
            if (escalate.FixedRecipients is { Count: 0 } || definition.HasBlankScript(node, "to"))
                yield return definition.At(node, "NO-CANDIDATE", "升级办理没有接手人；请填写岗位、部门或人员。");
            foreach (var token in (escalate.FixedRecipients ?? []).Where(token => !directory.Knows(token)))
                yield return definition.At(node, Code(token), $"接手人“{token}”在 organisation.json 中不存在；请改为已有的岗位、部门或人员。");
        }
    }

    private static string Code(string token) => Keys.TrySplit(token, out var kind, out _) ? kind switch
    {
        "role" => "UNKNOWN-ROLE",
        "dept" or "head" or "leader" => "UNKNOWN-DEPARTMENT",
        _ => "UNKNOWN-PERSON",
    }
    : "UNKNOWN-PERSON";
}
