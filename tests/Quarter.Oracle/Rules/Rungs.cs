using Bpm.Quarter.Oracle.Time;

namespace Bpm.Quarter.Oracle.Rules;

/// <summary>The ladders L1 to L5, as the table of clocks words them.</summary>
internal static class Rungs
{
    public static Rung Percent(int percent, params string[] told) => new("warning", (start, due) => start + ((due - start) * percent / 100), told);

    public static Rung AfterStart(double minutes, params string[] told) => new("warning", (start, _) => start.AddMinutes(minutes), told);

    public static Rung BeforeDue(double hours, params string[] told) => new("warning", (_, due) => due.AddHours(-hours), told);

    /// <summary>At a time of the due day.</summary>
    public static Rung DueDay(int hour, int minute, params string[] told) => new("warning", (_, due) => WorkDays.At(WorkDays.DayOf(due), hour, minute), told);

    public static Rung AtDue(params string[] told) => new("overdue", (_, due) => due, told);

    public static Rung AfterDue(double hours, params string[] told) => new("escalation", (_, due) => due.AddHours(hours), told);

    /// <summary>08:30 of the n-th working day after the due time.</summary>
    public static Rung MorningAfterDue(int days, params string[] told) =>
        new("escalation", (_, due) => WorkDays.At(WorkDays.Move(WorkDays.DayOf(due), days), 8, 30), told);

    /// <summary>Close of the first working day after the due time.</summary>
    public static Rung DayAfterDue(params string[] told) => new("escalation", (_, due) => WorkDays.Close(WorkDays.DayOf(due), 1), told);

    /// <summary>L1, the hotline.</summary>
    public static Rung[] L1() => [
        Percent(50, "!duty"), BeforeDue(1 / 6d, "!duty"), AtDue("!duty", "a.supervisor"), AfterDue(0.5, "a.deputy"), AfterDue(1, "a.manager")];

    /// <summary>L2, a department and working days.</summary>
    public static Rung[] L2(string holder = "holder", string head = "head") => [
        DueDay(8, 30, holder), BeforeDue(2, holder, head), AtDue(head, "a.supervisor"), MorningAfterDue(1, "a.deputy"), MorningAfterDue(2, "a.manager")];

    /// <summary>L3, the field by the wall, all of it also at night.</summary>
    public static Rung[] L3(Func<string[], Rung> first, Func<string[], Rung> second) => [
        first(["!holder"]), second(["!holder", "!a.network.manager"]), AtDue("!a.network.manager", "!a.supervisor"),
        AfterDue(1, "!a.deputy"), AfterDue(2, "!a.manager")];

    /// <summary>L4, a unit of B.</summary>
    public static Rung[] L4() => [BeforeDue(24, "head"), BeforeDue(4, "head"), AtDue("head", "b.manager"), AfterDue(24, "leader")];

    /// <summary>L5, confidential: the owner, the director, 运营管理部 by number only.</summary>
    public static Rung[] L5(string owner, bool oneWorkingDay, bool chairman) => [
        oneWorkingDay ? DueDay(8, 30, owner) : BeforeDue(24, owner), BeforeDue(4, owner), AtDue("b.director", "b.manager"),
        .. chairman ? (Rung[])[DayAfterDue("b.chairman")] : []];
}
