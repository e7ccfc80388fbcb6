using Bpm.Domain;

namespace Bpm.Application.Administration.Calendars;

/// <summary>The file or text of a year cannot be taken.</summary>
public sealed record YearUnreadable : Refusal
{
    public YearUnreadable(string reason)
        : base("CALENDAR-UNREADABLE", $"没有导入：{reason}", RefusalKind.Invalid) => Errors = new Dictionary<string, string[]> { ["content"] = [reason] };
}

/// <summary>A day of a year that is not loaded cannot be changed alone.</summary>
public sealed record YearMissing(int Year)
    : Refusal("CALENDAR-YEAR-MISSING", $"{Year} 年的日历还没有装载；请先按国务院办公厅的放假通知导入整年。", RefusalKind.Conflict);
