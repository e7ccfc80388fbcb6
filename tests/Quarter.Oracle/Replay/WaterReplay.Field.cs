using Bpm.Quarter.Oracle.Rules;

namespace Bpm.Quarter.Oracle.Replay;

/// <content>Work in the field: samples, visits, meters, pipes.</content>
internal sealed partial class WaterReplay
{
    private void TakeSample(Action done) => Open("take-sample", "A-4.5", (task, deed) =>
    {
        if (deed.Outcome == "Returned")
        {
            SentBack(["A-4.5"], () => TakeSample(done));
            return;
        }

        StopInField("A-4.5", task, deed);
        CheckTime(deed);
        Start("A-4.5r", Department);
        Open("sample-result", "A-4.5r", _ =>
        {
            Stop("A-4.5r");
            done();
        });
    });

    private void Supply(Action done)
    {
        switch (Attributes.GetValueOrDefault("issue"))
        {
            case "no-water" or "pressure":
                Start("A-5.1b", Department);
                SiteVisit(done);
                break;
            case "meter-verification":
                SendMeter(done);
                break;
            default:
                Answer("A-4.3", true, () =>
                {
                    ProgressReply();
                    Repair(null, done);
                });
                break;
        }
    }

    private void SiteVisit(Action done) => Open("site-visit", "A-4.3", (task, deed) =>
    {
        if (deed.Outcome == "Returned")
        {
            SentBack(["A-4.3", "A-5.1b"], () => SiteVisit(done));
            return;
        }

        StopInField("A-5.1b", task, deed);
        StopInField("A-4.3", task, deed);
        CheckTime(deed);
        if (deed.Code("liability") == "company")
            Repair(null, done);
        else
            done();
    });

    private void SendMeter(Action done) => Open("send-meter", "A-4.3", (task, deed) =>
    {
        if (deed.Outcome == "Returned")
        {
            SentBack(["A-4.3"], () => SendMeter(done));
            return;
        }

        StopInField("A-4.3", task, deed);
        CheckTime(deed);
        ProgressReply();
        Open("meter-report", null, _ => done());
    });

    private void Arrive(Action done) => Open("arrive", Arrival().Rule.Id, (task, deed) =>
    {
        Learn(deed.Form);
        if (deed.Outcome == "Returned")
        {
            SentBack(["A-4.4a", "A-4.4b", "A-4.4c", "A-4.4d", "A-4.4e"], () => Arrive(done));
            return;
        }

        StopInField(Arrival().Rule.Id, task, deed);
        CheckTime(deed);
        if (deed.Outcome == "Arrived")
        {
            Repair(RepairClock()!.Rule.Id, done);
            return;
        }

        Supersede(RepairClock()!.Rule.Id);
        done();
    });

    private void Repair(string? rule, Action done) => Open("repair", rule, (task, deed) =>
    {
        if (rule is not null)
        {
            Learn(deed.Form);
            StopInField(RepairClock()!.Rule.Id, task, deed);
        }

        CheckTime(deed);
        done();
    });

    // A fact that became known decides the clocks anew, from the push, also those of an earlier round: it was true then as well.
    private void Learn(IReadOnlyDictionary<string, string> form)
    {
        foreach (var fact in (string[])["zone", "pipeDiameter"])
        {
            if (form.TryGetValue(fact, out var value))
                Attributes[fact] = value;
        }

        foreach (var clock in AllOf("A-4.4a", "A-4.4b").ToArray())
            clock.Redecide(RuleTable.Find(RuleTable.Arrival(Attributes)), Now);
        foreach (var clock in AllOf("A-4.4c", "A-4.4d", "A-4.4e").ToArray())
            clock.Redecide(RuleTable.Find(RuleTable.Repair(Attributes)), Now);
    }

    private DutyClock Arrival() => AnyRunning("A-4.4a", "A-4.4b")!;

    private DutyClock? RepairClock() => AnyRunning("A-4.4c", "A-4.4d", "A-4.4e");
}
