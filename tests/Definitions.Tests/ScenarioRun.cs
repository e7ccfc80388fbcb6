using System.Xml;

namespace Bpm.Definitions.Tests;

/// <summary>Plays a scenario and compares what came of it.</summary>
internal static class ScenarioRun
{
    public static CaseDriver Play(string file, bool reload)
    {
        var scenario = Scenario.Read(file);
        var run = CaseDriver.Start(ShippedPacks.Of(file[..file.IndexOf('/', StringComparison.Ordinal)]), scenario.Case, reload);
        ShouldBeOpen(run, scenario.Open, $"{file}: after the registration");
        for (var i = 0; i < scenario.Actions.Count; i++)
        {
            var action = scenario.Actions[i];
            if (action.Until is { } until)
                run.MoveTo(until);
            if (action.Wait is { } wait)
                run.MoveTo(run.Now + XmlConvert.ToTimeSpan(wait));
            if (action.Step is not null)
                run.Complete(action.Step, action.Outcome!, action.By, action.Form, action.Title);
            if (action.Open is not null)
                ShouldBeOpen(run, action.Open, $"{file}: after action {i + 1} {action.Step} {action.Outcome}");
        }

        Compare(run, scenario, file);
        return run;
    }

    private static void ShouldBeOpen(CaseDriver run, IReadOnlyList<string> steps, string where) =>
        string.Join(", ", run.Open.Select(t => t.Step).Order(StringComparer.Ordinal)).ShouldBe(string.Join(", ", steps.Order(StringComparer.Ordinal)), where);

    private static void Compare(CaseDriver run, Scenario scenario, string file)
    {
        var expect = scenario.Expect;
        var zone = ShippedPacks.Of(run.Complaint.Organisation).Calendar.Zone;
        Sorted(run.Complaint.Clocks.Select(c => Clock(c.RuleId, c.Round, TimeZoneInfo.ConvertTime(c.DueAt, zone), c.State.ToString(), c.Estimated)))
            .ShouldBe(Sorted(expect.Clocks.Select(c => Clock(c.Rule, c.Round, c.Due, c.State, c.Estimated))), $"{file}: clocks");
        run.Complaint.Ending.ShouldBe(expect.Ending, file);
        run.Complaint.Founded.ShouldBe(expect.Founded, file);
        if (expect.Notices is not null)
        {
            Sorted(run.Complaint.Notices.Where(n => n.RuleId is not null).GroupBy(n => (n.ClockId, n.RuleId, n.Rung)).Select(g => Notice(g.Key.RuleId!, g.Key.Rung!, g.Select(n => n.Recipient))))
                .ShouldBe(Sorted(expect.Notices.Select(n => Notice(n.Rule, n.Rung, n.To))), $"{file}: notices");
        }

        if (expect.Replies is not null)
            Lines(run.Complaint.Replies.Select(r => r.Kind)).ShouldBe(Lines(expect.Replies), $"{file}: replies");
        if (expect.FollowUps is not null)
            Lines(run.Complaint.FollowUps.Select(f => f.Result.ToString())).ShouldBe(Lines(expect.FollowUps), $"{file}: follow-ups");
        if (expect.Outbox is not null)
            Lines(run.Outbox.Select(o => o.Kind == "push" ? $"{o.System} {o.Kind} {o.Reference}" : $"{o.System} {o.Kind}")).ShouldBe(Lines(expect.Outbox), $"{file}: outbox");
        if (!scenario.Ends)
            return;
        run.Instance.IsEnded.ShouldBeTrue($"{file}: the workflow has ended");
        run.Open.ShouldBeEmpty($"{file}: no task stays open");
        run.Complaint.Clocks.ShouldAllBe(clock => clock.IsEnded, $"{file}: no clock stays running");
    }

    private static string Clock(string rule, int round, DateTimeOffset due, string state, bool estimated) =>
        FormattableString.Invariant($"{rule} #{round} {due:yyyy-MM-ddTHH:mm} {state.ToLowerInvariant()}{(estimated ? " estimated" : "")}");

    private static string Notice(string rule, string rung, IEnumerable<string> to) => $"{rule} {rung} -> {string.Join(", ", to.Order(StringComparer.Ordinal))}";

    private static string Sorted(IEnumerable<string> lines) => Lines(lines.Order(StringComparer.Ordinal));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
