namespace Bpm.Domain.Notices;

/// <summary>Texts that say that something is due and nothing of what it is about.</summary>
public static class NeutralText
{
    /// <summary>The name that any clock of a strictly confidential case shows to those without access.</summary>
    public const string ClockName = "办理中";

    /// <summary>The text of a notice about a confidential case.</summary>
    public static string Of(NoticeKind kind, string number) => kind switch
    {
        NoticeKind.Warning => $"案件 {number} 有事项即将到期，请登录系统查看。",
        NoticeKind.Overdue => $"案件 {number} 有事项已逾期，请登录系统查看。",
        NoticeKind.Escalation => $"案件 {number} 有事项逾期未办，请督促办理。",
        NoticeKind.Information => $"案件 {number} 有新的进展，请登录系统查看。",
        NoticeKind.Copy => $"案件 {number} 已抄送给您，请登录系统查看。",
        NoticeKind.Reminder => $"案件 {number} 有人催办，请登录系统处理。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
