using System.Text.Json.Nodes;
using Bpm.Domain.Clocks;

namespace Bpm.Workflows.Tests.Activities;

/// <summary>Field work that is reported long after it was done counts only when a second person has confirmed it.</summary>
public sealed class FieldTimeTests
{
    [Theory]
    [InlineData(true, ClockState.Met)]
    [InlineData(false, ClockState.Breached)]
    public void LateReport_OfWorkInTime_IsInTimeOnlyWhenConfirmed(bool confirmed, ClockState state)
    {
        var run = new SmallFlow()
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Add("sample", "Bpm.HumanTask", ("step", "take-sample"), ("candidates", new[] { "role:quality" }), ("outcomes", new[] { "Sampled" }), ("form", "take-sample"), ("rule", "A-4.5"))
            .Add("stop", "Bpm.StopClock", ("rule", "A-4.5"), ("step", "take-sample"))
            .Add("asked", "Elsa.FlowDecision", ("condition", "js:needsTimeCheck('take-sample')"))
            .Add("check", "Bpm.HumanTask", ("step", "closing-check"), ("candidates", new[] { "role:supervisor" }), ("outcomes", new[] { "Confirmed", "Rejected" }), ("form", "closing-check"))
            .Add("correct", "Bpm.CorrectClock", ("rule", "A-4.5"), ("step", "take-sample"))
            .Chain("start", "clock", "sample.Sampled", "stop", "asked.True", "check.Confirmed", "correct")
            .Run();
        var clock = run.Complaint.Clocks.Single(c => c.RuleId == "A-4.5");
        var done = clock.DueAt.AddHours(-1);
        run.MoveTo(clock.DueAt.AddHours(2));
        run.Complete("take-sample", "Sampled", form: new JsonObject { ["occurredAt"] = done.ToString("O") }, comment: "现场无网络");
        clock.State.ShouldBe(ClockState.Breached);
        clock.EndedAt.ShouldBe(run.Now);

        run.Complete("closing-check", confirmed ? "Confirmed" : "Rejected");

        clock.State.ShouldBe(state);
        clock.EndedAt.ShouldBe(confirmed ? done : run.Now);
    }

    [Fact]
    public void Confirmation_AfterTheStepWasDoneAgain_CorrectsTheRoundThatWasAskedAbout()
    {
        var run = new SmallFlow()
            .Variable("first")
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Add("sample", "Bpm.HumanTask", ("step", "take-sample"), ("candidates", new[] { "role:quality" }), ("outcomes", new[] { "Sampled" }), ("form", "take-sample"), ("rule", "A-4.5"))
            .Add("stop", "Bpm.StopClock", ("rule", "A-4.5"), ("step", "take-sample"))
            .Add("remember", "Elsa.RunJavaScript", ("script", "setVariable('first', taskOf('take-sample'))"))
            .Add("again", "Bpm.StartClock", ("rule", "A-4.5"))
            .Add("second", "Bpm.HumanTask", ("step", "take-sample"), ("candidates", new[] { "role:quality" }), ("outcomes", new[] { "Sampled" }), ("form", "take-sample"), ("rule", "A-4.5"))
            .Add("second-stop", "Bpm.StopClock", ("rule", "A-4.5"), ("step", "take-sample"))
            .Add("check", "Bpm.HumanTask", ("step", "closing-check"), ("candidates", new[] { "role:supervisor" }), ("exclude", "js:['user:a.deputy']"), ("outcomes", new[] { "Confirmed" }))
            .Add("correct", "Bpm.CorrectClock", ("rule", "A-4.5"), ("step", "take-sample"), ("task", "js:getVariable('first')"))
            .Chain("start", "clock", "sample.Sampled", "stop", "remember", "again", "second.Sampled", "second-stop", "check.Confirmed", "correct")
            .Run();
        var done = run.Now.AddHours(1);
        run.MoveTo(run.Now.AddDays(3));
        run.Complete("take-sample", "Sampled", form: new JsonObject { ["occurredAt"] = done.ToString("O") }, comment: "现场无网络");
        run.MoveTo(run.Now.AddDays(7));
        run.Complete("take-sample", "Sampled", form: new JsonObject { ["occurredAt"] = run.Now.AddDays(-6).ToString("O") }, comment: "现场无网络");

        run.Complete("closing-check", "Confirmed");

        var rounds = run.Complaint.Clocks.Where(c => c.RuleId == "A-4.5").OrderBy(c => c.Round).ToArray();
        rounds.Select(c => c.State).ShouldBe([ClockState.Met, ClockState.Breached]);
        (rounds[0].EndedAt, rounds[1].EndedAt).ShouldBe((done, run.Now));
        run.Complaint.Tasks.Single(t => t.Step == "closing-check").Excluded.ShouldBe(["a.deputy"]);
    }
}
