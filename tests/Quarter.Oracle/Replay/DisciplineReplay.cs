using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>B, discipline: investigation, opinion, the chairman's instruction, the named unit, the director's call back.</summary>
internal sealed class DisciplineReplay(CaseLog log) : CaseReplay(log)
{
    private string _unit = "";
    private bool _founded;
    private int _notSatisfied;
    private int _unreachable;

    protected override void Begin()
    {
        Start("B-6.1a", at: Case.ReceivedAt);
        Open("review", "B-6.1a", deed =>
        {
            Stop("B-6.1a");
            if (deed.Outcome == "Accepted")
                Investigate();
            else
                Open("unfounded-check", null, check => { if (check.Outcome == "Confirmed") Close("unfounded"); else Investigate(); });
        });
    }

    protected override void Closed(string ending)
    {
        if (!_founded)
            return;
        Start("B-9", _unit);
        Open("lessons", "B-9", _ => Stop("B-9"), outlivesTheCase: true);
    }

    private void Investigate()
    {
        Start("B-F2a", "discipline");
        Open("investigation", "B-F2a", deed =>
        {
            Stop("B-F2a");
            if (deed.Outcome == "Untrue")
            {
                Start("B-F2a.explain", "discipline");
                Explain();
                return;
            }

            _founded = true;
            Accused.UnionWith(deed.Codes("accusedPersons"));
            Start("B-F2b", "discipline");
            Opinion();
        });
    }

    private void Explain() => Open("explain-to-caller", "B-F2a.explain", deed =>
    {
        Stop("B-F2a.explain");
        if (deed.Outcome == "Explained")
            Record("untrue");
        else
            Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Record("untrue"); else Explain(); });
    });

    private void Opinion() => Open("preliminary-opinion", "B-F2b", _ =>
    {
        Stop("B-F2b");
        Start("B-F3", "board");
        Instruct();
    });

    // Sent back by the chairman or by the unit: no clock is stopped or moved.
    private void Instruct() => Open("chairman-instruction", "B-F3", deed =>
    {
        if (deed.Outcome == "Returned")
        {
            Opinion();
            return;
        }

        Stop("B-F3");
        Pass("B-F4a", null, deed.Code("unit")!);
        _unit = deed.Code("unit")!;
        Start("B-F4a", _unit);
        Handle();
    });

    private void Handle() => Open("unit-handling", "B-F4a", deed =>
    {
        if (deed.Outcome == "Returned")
        {
            Instruct();
            return;
        }

        Stop("B-F4a");
        Start("B-F5a", "discipline");
        FollowUp();
    });

    private void FollowUp() => Open("discipline-follow-up", "B-F5a", deed =>
    {
        Stop("B-F5a");
        if (deed.Outcome == "Unreachable")
        {
            _unreachable++;
            if (Case.Anonymous || _unreachable >= 3)
                Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Record("unreachable"); else FollowUp(); });
            else
                FollowUp();
            return;
        }

        _unreachable = 0;
        if (deed.Outcome == "Satisfied")
            Record("satisfied");
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
            Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Record("managed"); else ManagedEnd(); });
    });

    private void Redo()
    {
        Start("B-F4a", _unit);
        Handle();
    }

    private void Record(string ending)
    {
        Start("B-F6");
        Open("record-opinion", "B-F6", _ =>
        {
            Stop("B-F6");
            Close(ending);
        });
    }
}
