namespace Bpm.Domain.Complaints;

/// <summary>What a <see cref="Reply"/> is.</summary>
public static class ReplyKinds
{
    /// <summary>首次答复: the message has arrived and is passed on.</summary>
    public const string First = "first";

    /// <summary>办理进展.</summary>
    public const string Progress = "progress";

    /// <summary>处理结果.</summary>
    public const string Final = "final";

    /// <summary>处理意见: released inside the company, never shown or sent to the customer.</summary>
    public const string Opinion = "opinion";
}
