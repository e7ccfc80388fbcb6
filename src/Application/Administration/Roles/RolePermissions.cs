using Bpm.Application.Access;

namespace Bpm.Application.Administration.Roles;

/// <summary>The permissions that a role can have, as administrators read them.</summary>
public static class RolePermissions
{
    /// <summary>In the order to show them, each with its Chinese title and what it allows.</summary>
    public static IReadOnlyList<(Permission Permission, string Title, string Explanation)> All { get; } =
    [
        .. Enum.GetValues<Permission>().Where(permission => permission is not (Permission.Anyone or Permission.Staff or Permission.StaffOrLink or Permission.System))
            .Select(permission => (permission, TitleOf(permission).Title, TitleOf(permission).Explanation)),
    ];

    private static (string Title, string Explanation) TitleOf(Permission permission) => permission.ToString() switch
    {
        nameof(Permission.Register) => ("登记", "登记投诉、咨询和故障"),
        nameof(Permission.ReadReports) => ("查看报表", "查看和导出本单位的报表"),
        nameof(Permission.ProposePenalties) => ("提出处罚", "人工提出处罚、补填处罚建议，查看处罚台账"),
        nameof(Permission.ConfirmPenalties) => ("确认处罚", "确认或不予处罚，决定申诉，查看处罚台账"),
        nameof(Permission.ViewProcesses) => ("查看流程", "查看流程图、版本和运行情况"),
        nameof(Permission.DesignProcesses) => ("设计流程", "修改并发布流程、规则、固定用语和表单"),
        nameof(Permission.RunWorkflows) => ("运行流程", "启动、取消、修复流程实例"),
        nameof(Permission.Administer) => ("系统维护", "查看技术状态，重试失败事项"),
        nameof(Permission.ManageOrganisation) => ("管理单位", "管理人员、部门、岗位、班次、日历和类别"),
        nameof(Permission.ReadAudit) => ("查阅审计", "查询和导出操作记录"),
        "Supervise" => ("督办", "督办、看板、批量转办"),
        var other => (other, ""),
    };
}
