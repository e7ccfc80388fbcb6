namespace Bpm.Application.Administration.Trails;

/// <summary>The groups by which the audit trail is searched.</summary>
public static class TrailGroups
{
    /// <summary>Begins of action codes with their Chinese titles, in the order to show them.</summary>
    public static IReadOnlyList<(string Prefix, string Title)> All { get; } =
    [
        ("case.", "案件"), ("task.", "任务"), ("clock.", "时限"), ("disclosure.", "对外提供"), ("outage.", "停水通告"), ("definition.", "流程"), ("instance.", "流程实例"), ("admin.", "管理"), ("session.", "登录"),
        ("audit.", "操作记录"),
    ];
}
