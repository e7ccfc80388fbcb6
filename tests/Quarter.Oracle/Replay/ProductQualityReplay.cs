using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>B, product quality: review, the unit's 72 hours, the call back, and what was learnt.</summary>
internal sealed class ProductQualityReplay(CaseLog log) : CaseReplay(log)
{
    private string _unit = "";
    private int _notSatisfied;
    private int _unreachable;

    protected override void Begin()
    {
        Start("B-6.1a", at: Case.ReceivedAt);
        Review();
    }

    // Unfounded cases give no lesson; all others were handled as founded.
    protected override void Closed(string ending)
    {
        if (ending == "unfounded")
            return;
        Start("B-9", _unit);
        Open("lessons", "B-9", _ => Stop("B-9"), outlivesTheCase: true);
    }

    private void Review() => Open("review", "B-6.1a", deed =>
    {
        Stop("B-6.1a");
        if (deed.Outcome == "Accepted")
            HandOver(deed.Code("unit")!);
        else
            Open("unfounded-check", null, check =>
            {
                if (check.Outcome == "Confirmed")
                    Close("unfounded");
                else
                    HandOver(check.Code("unit")!);
            });
    });

    private void HandOver(string unit)
    {
        Pass("B-6.2.5", null, unit);
        _unit = unit;
        Start("B-6.2.5", unit);
        Handle();
    }

    private void Handle() => Open("unit-handling", "B-6.2.5", deed =>
    {
        if (deed.Outcome == "Returned")
        {
            Review();
            return;
        }

        Stop("B-6.2.5");
        Start("B-6.3.1a");
        FollowUp();
    });

    private void FollowUp() => Open("follow-up", "B-6.3.1a", deed =>
    {
        Stop("B-6.3.1a");
        if (deed.Outcome == "Unreachable")
        {
            _unreachable++;
            if (Case.Anonymous || _unreachable >= 3)
                Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Close("unreachable"); else FollowUp(); });
            else
                FollowUp();
            return;
        }

        _unreachable = 0;
        if (deed.Outcome == "Satisfied")
            Close("satisfied");
        else if (++_notSatisfied < 3)
            Redo();
        else
            ManagedEnd();
    });

    private void ManagedEnd() => Open("managed-end", null, deed =>
    {
        if (deed.Outcome == "Redo")
            Redo();
        else
            Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Close("managed"); else ManagedEnd(); });
    });

    private void Redo()
    {
        Start("B-6.2.5", _unit);
        Handle();
    }
}
