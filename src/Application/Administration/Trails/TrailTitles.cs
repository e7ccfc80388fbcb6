using System.Collections.Frozen;

namespace Bpm.Application.Administration.Trails;

/// <summary>What administrators call what they do in the audit trail, and the groups by which it is searched.</summary>
public static class TrailTitles
{
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["admin.account-unlocked"] = "解除账号锁定",
        ["admin.calendar-day-changed"] = "修改日历",
        ["admin.calendar-year-loaded"] = "导入日历",
        ["admin.category-added"] = "新增类别",
        ["admin.category-changed"] = "修改类别",
        ["admin.channel-renamed"] = "修改渠道名称",
        ["admin.department-added"] = "新增部门",
        ["admin.department-changed"] = "修改部门",
        ["admin.department-removed"] = "删除部门",
        ["admin.form-changed"] = "修改表单",
        ["admin.message-retried"] = "重试外部消息",
        ["admin.password-reset"] = "重置密码",
        ["admin.person-added"] = "新增人员",
        ["admin.person-changed"] = "修改人员",
        ["admin.person-deactivated"] = "停用人员",
        ["admin.role-added"] = "新增岗位",
        ["admin.role-changed"] = "修改岗位",
        ["admin.role-removed"] = "删除岗位",
        ["admin.roster-changed"] = "修改班次表",
        ["admin.rule-changed"] = "修改时限",
        ["admin.rule-set-created"] = "新建规则",
        ["admin.rule-set-removed"] = "删除规则",
        ["admin.sessions-ended"] = "结束登录",
        ["admin.text-changed"] = "修改固定用语",
        ["audit.exported"] = "导出操作记录",
    }.ToFrozenDictionary();

    /// <summary>Begins of action codes with their Chinese titles, in the order to show them.</summary>
    public static IReadOnlyList<(string Prefix, string Title)> Groups { get; } =
    [
        ("case.", "案件"), ("task.", "任务"), ("clock.", "时限"), ("disclosure.", "对外提供"), ("definition.", "流程"), ("instance.", "流程实例"), ("admin.", "管理"),
        ("audit.", "操作记录"),
    ];

    /// <summary>Chinese title of an action; null where it is none of administrators.</summary>
    public static string? Find(string action) => Titles.GetValueOrDefault(action);
}
