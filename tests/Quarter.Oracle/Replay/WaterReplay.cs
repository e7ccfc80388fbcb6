using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Oracle.Rules;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>A, cases that come by WeChat, on the hotline or over the counter: intake, the category's own way, ending.</summary>
internal sealed partial class WaterReplay(CaseLog log) : CompanyReplay(log)
{
    private int _notSatisfied;
    private int _unreachable;
    private bool _departmentHasIt;

    private bool IsConsultation => Case.Kind == "consultation";

    protected override void Begin()
    {
        if (Case.Channel != "counter")
            Start(IsConsultation ? "A-2.1a" : "A-2.1b", at: Case.ReceivedAt);
        if (IsConsultation)
            ConsultationReply();
        else if (Case.Channel != "counter")
        {
            if (Case.FirstReplyGiven)
                Stop("A-2.1b");
            else
                FirstReply();
        }

        switch (Case.Category)
        {
            case "billing" when !IsConsultation:
                ConsultationReply();
                break;
            case "billing":
                break;
            case "other" when IsConsultation:
                Guidance(routed: RoutedInstead, answered: () => { });
                break;
            case "other":
                AskWhere();
                break;
            default:
                Way(FirstDepartment());
                break;
        }
    }

    // The superior names a department, or says what to answer; a customer who is not satisfied starts that anew.
    private void AskWhere() => Guidance(routed: Plain, answered: () => Feedback(AskWhere));

    // The agent still answers, beside the department that has the case now.
    private void RoutedInstead(string department)
    {
        Drop("consultation-reply");
        _departmentHasIt = true;
        ConsultationReply();
        Plain(department);
    }

    private string FirstDepartment() => Case.Category switch
    {
        "meter-data" => "meter",
        "installation" => "engineering",
        "violation" => "inspection",
        "water-quality" => "quality",
        _ => "network",
    };

    private void FirstReply() => Open("first-reply", "A-2.1b", deed =>
    {
        if (deed.Outcome == "Replied")
            Stop("A-2.1b");
        else
            Guidance(_ => FirstReply(), FirstReply);
    });

    private void ConsultationReply() => Open("consultation-reply", "A-2.1a", deed =>
    {
        if (deed.Outcome == "AskSuperior")
        {
            Guidance(_ => ConsultationReply(), ConsultationReply);
            return;
        }

        Stop("A-2.1a");
        if (Case.Category == "installation")
            return;
        if (deed.Outcome == "Forward")
        {
            if (_departmentHasIt)
                return;
            // The agent has found the department without the superior.
            if (Case.Category == "other")
                Drop("superior-guidance");
            Plain(deed.Code("department")!);
            return;
        }

        Stop("A-2.1b");
        Close("replied");
    });

    /// <summary>A department's answer without a clock of §四.</summary>
    private void Plain(string department)
    {
        Push(department);
        Answer(null, false, () => Feedback(() => Plain(Department)));
    }

    // Pushed to a department, with the clocks of the category from the push.
    private void Way(string department)
    {
        Push(department);
        foreach (var rule in RuleTable.OfDepartment(Case.Category, Attributes))
            Start(rule, department);
        // Pushed again means to the department that has the case now, after a mis-route another than at first.
        Action done = () => Feedback(() => Way(Department));
        switch (Case.Category)
        {
            case "meter-data":
                Answer("A-4.2", false, done);
                break;
            case "installation":
                Answer("A-4.6", true, done);
                break;
            case "violation":
                Answer("A-4.7", true, done);
                break;
            case "water-quality":
                TakeSample(done);
                break;
            case "pipe-repair":
                Arrive(done);
                break;
            default:
                Supply(done);
                break;
        }
    }

    // The department's answer; rule is the clock that it stops, or null.
    private void Answer(string? rule, bool progressStops, Action done) => Open("department-handling", rule, (task, deed) =>
    {
        switch (deed.Outcome)
        {
            case "Returned":
                SentBack(rule is null ? [] : [rule], () => Answer(rule, progressStops, done));
                return;
            case "ProgressReported":
                if (progressStops && rule is not null)
                    Stop(rule, task);
                ProgressReply();
                Answer(rule, progressStops, done);
                return;
        }

        if (rule is not null)
            Stop(rule, task);
        if (deed.Outcome == "AnsweredBySms")
            BySms(Department);
        done();
    });

    // Progress is told to the customer beside; it holds nothing up.
    private void ProgressReply()
    {
        Start("A-2.1c");
        Open("reply-customer", "A-2.1c", (task, _) => Stop("A-2.1c", task));
    }

    /// <summary>The department's final word: the customer is told, by the channel that he used.</summary>
    private void Feedback(Action redo)
    {
        StartAnew("A-2.1c");
        if (Case.Channel == "wechat")
        {
            Open("reply-customer", "A-2.1c", (task, _) =>
            {
                Stop("A-2.1c", task);
                Close("replied");
            });
        }
        else
            FollowUp(redo);
    }

    private void FollowUp(Action redo) => Open("follow-up", "A-2.1c", (task, deed) =>
    {
        Stop("A-2.1c", task);
        switch (deed.Outcome)
        {
            case "Satisfied":
                Close("satisfied");
                break;
            case "NotSatisfied":
                _unreachable = 0;
                if (++_notSatisfied < 3)
                    redo();
                else
                    ManagedEnd(redo);
                break;
            case "Unreachable" when !Case.Anonymous && ++_unreachable < 3:
                FollowUp(redo);
                break;
            default:
                Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Close("unreachable"); else FollowUp(redo); });
                break;
        }
    });

    private void ManagedEnd(Action redo) => Open("managed-end", null, deed =>
    {
        if (deed.Outcome == "Redo")
            redo();
        else
            Open("closing-check", null, check => { if (check.Outcome == "Confirmed") Close("managed"); else ManagedEnd(redo); });
    });
}
