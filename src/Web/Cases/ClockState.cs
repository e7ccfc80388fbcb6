namespace Bpm.Web.Cases;

/// <summary>What states of clocks are called.</summary>
public static class ClockState
{
    /// <summary>The Chinese name, a key of the words.</summary>
    public static string Of(string state) => state switch
    {
        "running" => "计时中",
        "paused" => "已暂停",
        "met" => "按时完成",
        "breached" => "已超期",
        "superseded" => "已更换",
        "cancelled" => "已取消",
        _ => "未知",
    };

    /// <summary>Its colour.</summary>
    public static string Tone(string state) => state switch
    {
        "running" => "info",
        "met" => "ok",
        "breached" => "bad",
        "paused" => "warn",
        _ => "muted",
    };
}
