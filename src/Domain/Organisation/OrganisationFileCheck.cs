using Bpm.Domain.Complaints;
using Bpm.Domain.Reports.Papers;

namespace Bpm.Domain.Organisation;

/// <summary>Refuses an organisation file that names what it does not have: a wrong code would silently send work to nobody.</summary>
internal static class OrganisationFileCheck
{
    internal const string AllTasks = "all-tasks";
    private const string ActiveTasks = "active-tasks";
    private static readonly string[] _fields = ["target", "content", "demand", "suggestion"];
    private static readonly string[] _attributeTypes = ["string", "integer"];

    internal static void Check(OrganisationJson file)
    {
        var roles = Codes("岗位", file.Roles.Select(r => r.Code));
        var departments = Codes("部门", file.Departments.Select(d => d.Code));
        var users = Codes("人员", file.Users.Select(u => u.UserName));
        var systems = Codes("外部系统", file.Systems.Select(s => s.Code));
        Codes("单据", file.Documents.Select(d => d.Code));
        Codes("班次表", file.Rosters.Select(r => r.Code));
        Codes("渠道", file.Channels.Select(c => c.Code));
        Codes("类别", file.Categories.Select(c => c.Code));

        foreach (var department in file.Departments)
        {
            Known($"部门“{department.Name}”的上级部门", department.Parent, departments);
            Known($"部门“{department.Name}”的负责人", department.Head, users);
            Known($"部门“{department.Name}”的分管负责人", department.Leader, users);
            Known($"部门“{department.Name}”的推送系统", department.PushSystem, systems);
        }

        foreach (var user in file.Users)
        {
            Known($"人员“{user.DisplayName}”的部门", user.Department, departments);
            foreach (var role in user.Roles)
                Known($"人员“{user.DisplayName}”的岗位", role, roles);
        }

        CheckPresent(file);
        Require(file.RepeatWindowDays is null or (>= 0 and <= 3650), "重复投诉的查找天数（repeatWindowDays）应在 0 至 3650 之间。");
        foreach (var agent in file.Rosters.SelectMany(roster => roster.Rotation).SelectMany(crew => crew))
            Known("班次表中的人员", agent, users);
        foreach (var category in file.Categories)
            Check(category, departments, file.Access.Keys);
        foreach (var (level, access) in file.Access)
            Check(level, access, roles, departments, users);
        Codes("类别或例行工作", file.Categories.Select(c => c.Code).Concat(file.Duties.Select(d => d.Code)));
        Codes("工作清单", file.Worklists.Select(w => w.Code));
        foreach (var list in file.Worklists)
            Check(list, [.. file.Channels.Select(c => c.Code)]);
        foreach (var duty in file.Duties)
            Check(duty, file.Publication?.Duty);
        if (file.Publication is { } publication)
            Known("发布审批（publication）的例行工作", publication.Duty, [.. file.Duties.Select(d => d.Code)]);
        Codes("报表", file.Reports.Select(r => r.Code).Concat(file.Papers.Select(p => p.Code)));
        foreach (var report in file.Reports)
            Check(report, [.. file.Channels.Select(c => c.Code)]);
        foreach (var paper in file.Papers)
            Check(paper);
    }

    private static void Check(WorklistJson list, IReadOnlyList<string> channels)
    {
        Require(list.Steps.Count > 0, $"工作清单“{list.Name}”没有步骤（steps）。");
        if (list.Replies is { } replies)
            Known($"工作清单“{list.Name}”的渠道（replies）", replies, [.. channels]);
    }

    private static void Check(PaperJson paper)
    {
        foreach (var field in paper.Sections.SelectMany(section => section.Fields))
            Require(PaperReader.Field(field.Label, field.From, field.Wide) is not null, $"单据“{paper.Name}”的“{field.Label}”内容来源“{field.From}”无效。");
    }

    // Work that falls to somebody who has left would lie there.
    private static void CheckPresent(OrganisationJson file)
    {
        foreach (var user in file.Users.Where(user => !user.Active))
        {
            var headed = file.Departments.Find(d => d.Head == user.UserName || d.Leader == user.UserName);
            Require(headed is null, $"“{user.DisplayName}”是部门“{headed?.Name}”的负责人或分管负责人，不能停用；请先为该部门另行指定。");
            var roster = file.Rosters.Find(r => r.Rotation.Any(crew => crew.Contains(user.UserName)));
            Require(roster is null, $"“{user.DisplayName}”排在班次表“{roster?.Name}”中，不能停用；请先调整班次表。");
        }
    }

    private static void Check(ReportJson report, HashSet<string> channels)
    {
        var name = $"报表“{report.Name}”";
        Require(OrganisationFile.Source(report.Source) is not null, $"{name}的内容来源“{report.Source}”无效，可用：followUps、overdue、breaches、weakReplies。");
        foreach (var channel in report.Channels)
            Known($"{name}的渠道", channel, channels);
        Require(report.Step is null == (report.Fields.Count == 0), $"{name}的 step 和 fields 应同时填写。");
    }

    private static void Check(DutyJson duty, string? asked)
    {
        var name = $"例行工作“{duty.Name}”";
        Require(duty.Rules.Count > 0 != (duty.Code == asked), duty.Code == asked ? $"{name}由申请发起，不能有条款（rules）。" : $"{name}没有条款（rules），不知道哪天要做。");
        Codes($"{name}的条款", duty.Rules);
        Require(duty.For.Count == duty.For.Select(Signature).Distinct().Count(), $"{name}的 for 中有两项相同。");
    }

    private static string Signature(Dictionary<string, string> attributes) =>
        string.Join('\n', attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));

    private static void Check(CategoryJson category, HashSet<string> departments, ICollection<string> levels)
    {
        var name = $"类别“{category.Name}”";
        Known($"{name}的部门", category.Department, departments);
        Known($"{name}的保密级别", category.Level, levels);
        foreach (var kind in category.Kinds)
            Require(ComplaintKinds.Find(kind) is not null, $"{name}的类型“{kind}”无效。");
        foreach (var field in category.Required)
            Known($"{name}的必填项", field, _fields);
        foreach (var (code, attribute) in category.Attributes)
        {
            Known($"{name}的属性“{code}”的类型", attribute.Type, _attributeTypes);
            Require(attribute.Values is null or { Count: > 0 }, $"{name}的属性“{code}”没有可选值。");
        }
    }

    private static void Check(string level, AccessJson access, HashSet<string> roles, HashSet<string> departments, HashSet<string> users)
    {
        Require(OrganisationFile.Level(level) is not null, $"保密级别“{level}”无效。");
        Known($"保密级别“{level}”的参与人范围", access.Participants, [AllTasks, ActiveTasks]);
        foreach (var key in access.Readers)
        {
            Require(Keys.TrySplit(key, out var kind, out var value), $"保密级别“{level}”的可查看人“{key}”无效。");
            ICollection<string> known = kind switch
            {
                "role" => roles,
                "user" => users,
                "dept" or "head" or "leader" => departments,
                _ => [],
            };
            Known($"保密级别“{level}”的可查看人", value, known);
        }
    }

    private static HashSet<string> Codes(string what, IEnumerable<string> codes)
    {
        var seen = new HashSet<string>();
        foreach (var code in codes)
            Require(seen.Add(code), $"{what}“{code}”出现两次。");
        return seen;
    }

    private static void Known(string what, string? code, ICollection<string> known) =>
        Require(code is null || known.Contains(code), $"{what}“{code}”不存在，可用：{string.Join('、', known)}。");

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new InvalidOrganisationException(message);
    }
}
