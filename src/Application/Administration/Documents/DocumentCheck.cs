using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Packs;

namespace Bpm.Application.Administration.Documents;

/// <summary>
/// Whether documents fit each other, what is published and what is under way. Only what a change makes worse is refused: what was amiss
/// before it must not stand in the way of another change.
/// </summary>
public sealed class DocumentCheck(IDefinitionStore definitions, DefinitionGate gate, INeedQueries needs)
{
    /// <summary>The refusal of a change, or null.</summary>
    public async Task<Refusal?> RunAsync(Installed before, Installed after, CancellationToken cancellationToken)
    {
        if (before.Code != after.Code)
            return new DocumentRefused(["单位代码不能修改。"]);
        if (!after.Directory.People.Any(person => after.Directory.Allows(person, nameof(Permission.ManageOrganisation))))
            return new DocumentRefused(["至少要有一名在岗人员拥有“管理单位”权限，否则再没有人能进入管理页面。"]);
        if (await NeededAsync(before, after, cancellationToken) is { } needed)
            return needed;
        var findings = Own(after).Except(Own(before)).ToList();
        if (findings.Count == 0 && Shape(before) != Shape(after))
            findings.AddRange(await PublishedAsync(before, after, cancellationToken));
        return findings.Count > 0 ? new DocumentRefused(findings) : null;
    }

    private static IEnumerable<string> Own(Installed home)
    {
        foreach (var set in home.RuleSets)
        {
            foreach (var problem in PackCheck.RuleProblems(set, home.Directory).Concat(PackCheck.DutyProblems(set, home.Directory)))
                yield return problem;
            foreach (var finding in set.Check())
                yield return finding.Message;
            foreach (var rule in set.Rules)
            {
                foreach (var token in rule.Rungs.SelectMany(rung => rung.Recipients).Distinct().Where(token => !home.Directory.Knows(token)))
                    yield return $"时限“{rule.Name}”（{rule.Id}）的接收人“{token}”不存在。";
            }
        }

        foreach (var role in home.Directory.Profile.Roles.Values)
        {
            foreach (var permission in role.Permissions.Where(name => !Enum.TryParse<Permission>(name, out _)))
                yield return $"岗位“{role.Name}”的权限“{permission}”无效。";
        }
    }

    // Compiling all that is published is slow: only where something changed that a drawing can name.
    private async Task<IEnumerable<string>> PublishedAsync(Installed before, Installed after, CancellationToken cancellationToken)
    {
        var published = (await definitions.PublishedAsync(after.Code, cancellationToken)).Select(record => WorkflowDefinition.Parse(record.Json)).ToList();
        var findings = new List<string>();
        foreach (var definition in published)
        {
            var now = gate.Check(definition, published, after);
            if (now.Count > 0)
                findings.AddRange(now.Except(gate.Check(definition, published, before)).Select(finding => $"流程“{definition.Name}”：{finding}"));
        }

        foreach (var category in after.Directory.Profile.Categories.Values.Where(category => published.All(definition => definition.DefinitionId != category.DefinitionId)))
        {
            if (before.Directory.Profile.Categories.GetValueOrDefault(category.Code)?.DefinitionId != category.DefinitionId)
                findings.Add($"类别“{category.Name}”的办理流程还没有发布；请先发布流程，或另选一个。");
        }

        return findings;
    }

    private async Task<Refusal?> NeededAsync(Installed before, Installed after, CancellationToken cancellationToken)
    {
        var (was, willBe) = (before.Directory, after.Directory);
        foreach (var role in was.Profile.Roles.Values.Where(role => !willBe.Profile.Roles.ContainsKey(role.Code)))
        {
            if (was.People.FirstOrDefault(person => person.Roles.Contains(role.Code)) is { } person)
                return new StillNeeded($"岗位“{role.Name}”", $"人员“{person.DisplayName}”属于该岗位");
            if (await needs.OpenTasksForAsync(was.Profile.Identity.Code, [Keys.Role(role.Code)], cancellationToken) is > 0 and var tasks)
                return new StillNeeded($"岗位“{role.Name}”", $"{tasks} 项待办任务由该岗位办理");
        }

        foreach (var department in was.Departments.Where(department => willBe.Department(department.Code) is null))
        {
            var what = $"部门“{department.Name}”";
            if (was.People.FirstOrDefault(person => person.Department == department.Code) is { } member)
                return new StillNeeded(what, $"人员“{member.DisplayName}”属于该部门");
            string[] keys = [Keys.Department(department.Code), Keys.Head(department.Code), Keys.Leader(department.Code)];
            if (await needs.OpenTasksForAsync(was.Profile.Identity.Code, keys, cancellationToken) is > 0 and var tasks)
                return new StillNeeded(what, $"{tasks} 项待办任务由该部门办理");
            if (await needs.OpenCasesOfAsync(was.Profile.Identity.Code, department.Code, cancellationToken) is > 0 and var cases)
                return new StillNeeded(what, $"{cases} 件未办结的案件由该部门承办");
        }

        foreach (var person in was.People.Where(person => person.IsActive && willBe.Staff(person.UserName) is not { IsActive: true }))
        {
            if (await needs.TasksHeldByAsync(was.Profile.Identity.Code, person.UserName, cancellationToken) is > 0 and var held)
                return new StillNeeded($"“{person.DisplayName}”", $"手上还有 {held} 项未办完的任务，请先转办");
        }

        return null;
    }

    private static string Shape(Installed home)
    {
        var profile = home.Directory.Profile;
        return string.Join('\n', (IEnumerable<string>)
        [
            .. profile.Roles.Keys.Order(StringComparer.Ordinal), "/",
            .. home.Directory.Departments.Select(d => $"{d.Code} {d.HandlesCases} {d.PushSystem}"), "/",
            .. home.Directory.Rosters.Select(r => r.Code).Order(StringComparer.Ordinal), "/",
            .. profile.Channels.Values.Select(c => $"{c.Code} {c.DefinitionId}"), "/",
            .. profile.Categories.Values.Select(c => $"{c.Code} {c.DefinitionId} {string.Join(',', c.Attributes.Select(a => $"{a.Key}:{a.Value.Type}:{string.Join('|', a.Value.Values ?? [])}"))}"), "/",
            .. profile.Duties.Values.Select(d => $"{d.Code} {d.DefinitionId} {string.Join(',', d.Rules)}"), "/",
            .. home.RuleSets.Select(Shape), "/",
            .. home.Forms.FormIds.Select(id => $"{id} {System.Text.Json.JsonSerializer.Serialize(home.Forms.Form(id))}"),
        ]);
    }

    private static string Shape(RuleSet set) => string.Join(',', set.Rules.Select(rule => $"{rule.Id} {rule.Roster} {rule.Duration} {rule.Kind}"));
}
