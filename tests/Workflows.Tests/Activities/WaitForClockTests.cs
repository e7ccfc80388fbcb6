using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Activities;

public sealed class WaitForClockTests
{
    // Started Monday 10:00: warned Tuesday 08:30, due Tuesday 17:30.
    private static SmallFlow Flow(params string[] events) => new SmallFlow()
        .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
        .Task("sample", "take-sample", "Sampled")
        .Add("stop", "Bpm.StopClock", ("rule", "A-4.5"))
        .Add("wait", "Bpm.WaitForClock", ("rule", "A-4.5"), ("events", events))
        .Task("warned", "re-route", "Forwarded")
        .Task("breached", "sample-result", "ResultReady")
        .Task("stopped", "back-fill", "BackFilled")
        .Chain("start", "clock", "sample.Sampled", "stop")
        .Chain("clock", "wait")
        .Chain([.. events.Contains("Warned") ? ["wait.Warned", "warned"] : Array.Empty<string>()])
        .Chain([.. events.Contains("Breached") ? ["wait.Breached", "breached"] : Array.Empty<string>()])
        .Chain([.. events.Contains("Stopped") ? ["wait.Stopped", "stopped"] : Array.Empty<string>()]);

    private static string[] Open(CaseWalk run) => [.. run.Open.Select(t => t.Step)];

    [Fact]
    public void Wait_ClockWarns_LeavesByWarned()
    {
        var run = Flow("Warned", "Breached", "Stopped").Run();

        run.MoveTo(SmallFlow.Start.AddDays(1));

        Open(run).ShouldBe(["take-sample", "re-route"]);
    }

    [Fact]
    public void Wait_OnlyForTheBreach_PassesOverTheWarning()
    {
        var run = Flow("Breached").Run();

        run.MoveTo(SmallFlow.Start.AddDays(1));
        Open(run).ShouldBe(["take-sample"]);
        run.MoveTo(SmallFlow.Start.AddDays(2));

        Open(run).ShouldBe(["take-sample", "sample-result"]);
    }

    [Fact]
    public void Wait_ClockIsStoppedInTheSameRequest_LeavesByStoppedInIt()
    {
        var run = Flow("Stopped").Run();

        run.Complete("take-sample", "Sampled");

        Open(run).ShouldBe(["back-fill"]);
    }

    [Fact]
    public void Wait_ExpressionNamesNoArticle_LeavesByStoppedAtOnce()
    {
        var run = new SmallFlow()
            .Add("wait", "Bpm.WaitForClock", ("rule", "js:getInput('Rule')"))
            .Task("stopped", "back-fill", "BackFilled")
            .Chain("start", "wait.Stopped", "stopped")
            .Run();

        Open(run).ShouldBe(["back-fill"]);
    }

    [Fact]
    public void Wait_NoClockRuns_LeavesByStoppedAtOnce()
    {
        var run = new SmallFlow()
            .Add("wait", "Bpm.WaitForClock", ("rule", "A-4.5"))
            .Task("stopped", "back-fill", "BackFilled")
            .Chain("start", "wait.Stopped", "stopped")
            .Run();

        Open(run).ShouldBe(["back-fill"]);
    }
}
