using System.Collections.Frozen;

namespace Bpm.Application.Audit;

/// <summary>What the actions of the audit trail are called by staff.</summary>
public static class AuditTitles
{
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["absence.ended"] = "结束请假",
        ["absence.set"] = "登记请假和代办人",
        ["attachment.added"] = "上传附件",
        ["case.absorbed"] = "并入其他案件",
        ["case.attributes"] = "补充登记内容",
        ["case.closed"] = "办结",
        ["case.corrected"] = "更正登记",
        ["case.finding"] = "认定结果",
        ["case.handed-over"] = "转派部门",
        ["case.linked"] = "关联案件",
        ["case.merged"] = "并案",
        ["case.read"] = "查阅",
        ["case.reclassified"] = "变更类别",
        ["case.registered"] = "登记",
        ["clock.corrected"] = "更正时限",
        ["clock.ended"] = "时限停止",
        ["clock.redecided"] = "重新确定时限",
        ["clock.started"] = "时限起算",
        ["clock.virtual-time"] = "推进演练时钟",
        ["definition.deleted"] = "删除流程",
        ["definition.imported"] = "导入流程",
        ["definition.publication-declined"] = "不同意发布流程",
        ["definition.publication-requested"] = "申请发布流程",
        ["definition.published"] = "发布流程",
        ["definition.retracted"] = "撤回流程发布",
        ["definition.reverted"] = "恢复流程旧版本",
        ["definition.version-deleted"] = "删除流程版本",
        ["disclosure.granted"] = "同意对外提供",
        ["disclosure.refused"] = "不同意对外提供",
        ["disclosure.requested"] = "申请对外提供",
        ["duty.opened"] = "例行工作开始",
        ["duty.skipped"] = "例行工作未开",
        ["event.sent"] = "发送事件",
        ["instance.cancelled"] = "取消流程实例",
        ["instance.deleted"] = "删除流程实例",
        ["instance.migrated"] = "迁移流程版本",
        ["instance.paused"] = "暂停流程实例",
        ["instance.retried"] = "重试流程步骤",
        ["instance.skipped"] = "跳过流程步骤",
        ["instance.unpaused"] = "恢复流程实例",
        ["instance.variable-set"] = "修改流程变量",
        ["link.created"] = "生成签名链接",
        ["notice.due"] = "到期提醒",
        ["notice.escalate"] = "升级提醒",
        ["notice.warn"] = "临期提醒",
        ["password.changed"] = "修改密码",
        ["reply.written"] = "答复客户",
        ["task.cancelled"] = "任务取消",
        ["task.claimed"] = "领取任务",
        ["task.completed"] = "完成任务",
        ["task.copied"] = "抄送任务",
        ["task.delegated"] = "委派任务",
        ["task.escalated"] = "任务升级",
        ["task.opened"] = "任务到达",
        ["task.released"] = "放回任务",
        ["task.relieved"] = "交接班放回任务",
        ["task.returned"] = "交回任务",
        ["task.transferred"] = "转办任务",
        ["task.urged"] = "催办",
        ["workflow.not-started"] = "流程未启动",
        ["workflow.started"] = "启动流程",
    }.ToFrozenDictionary();

    /// <summary>All action codes.</summary>
    public static IReadOnlyCollection<string> Actions => Titles.Keys;

    /// <summary>The Chinese title of an action.</summary>
    /// <param name="action">Code; one that is not known is shown as 其他操作.</param>
    public static string Of(string action) => Titles.GetValueOrDefault(action, "其他操作");
}
