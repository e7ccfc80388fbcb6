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
}
