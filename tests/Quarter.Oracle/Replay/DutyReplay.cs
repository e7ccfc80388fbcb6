using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>Work that comes back by the calendar (A §六): done in time, late, or at the end of its day not at all.</summary>
internal sealed class DutyReplay(CaseLog log) : CaseReplay(log)
{
    protected override void Begin()
    {
        var (rule, step, ending) = Case.Category switch
        {
            "wechat-check" => ("A-6.1", "wechat-check", "checked"),
            "daily-follow-up-register" => ("A-6.2a", "confirm-follow-up-register", "confirmed"),
            "daily-overdue" => ("A-6.2b", "confirm-overdue-list", "confirmed"),
            "monthly-report" => ("A-6.4", "monthly-report", "sent"),
            _ => ("A-6.3", "training", "recorded"),
        };
        Start(rule, at: Case.ReceivedAt);
        Open(step, rule, _ =>
        {
            Stop(rule);
            Close(ending);
        });
    }

    protected override void FellDue(DutyClock clock)
    {
        if (clock.Rule.Id == "A-6.1")
            Close("missed");
    }
}
