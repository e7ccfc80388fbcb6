using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;

namespace Bpm.Workflows.Tests.Activities;

public sealed class CloseTests
{
    [Fact]
    public void Close_WhileAnAwaitedClockRuns_WaitsForItsEnd()
    {
        var run = new SmallFlow()
            .Add("clock", "Bpm.StartClock", ("rule", "A-3.3c"))
            .Task("back-fill", "back-fill", "BackFilled")
            .Add("stop", "Bpm.StopClock", ("rule", "A-3.3c"))
            .Add("close", "Bpm.Close", ("ending", "satisfied"), ("founded", "True"), ("after", new[] { "A-3.3c" }))
            .Add("finish", "Elsa.Finish")
            .Chain("start", "clock", "back-fill.BackFilled", "stop").Chain("clock", "close", "finish").Run();
        run.Complaint.Status.ShouldBe(CaseStatus.Open);

        run.Complete("back-fill", "BackFilled");

        run.Complaint.Status.ShouldBe(CaseStatus.Closed);
        run.Complaint.Founded.ShouldBe(true);
        run.Instance.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public void Close_Otherwise_EndsTasksAndClocksAndTheWorkflowGoesOn()
    {
        var run = new SmallFlow()
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Task("open", "take-sample", "Sampled")
            .Add("close", "Bpm.Close", ("ending", "replied"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "clock", "open").Chain("clock", "close", "after").Run();

        run.Complaint.Status.ShouldBe(CaseStatus.Closed);
        run.Complaint.Founded.ShouldBeNull();
        run.Complaint.Clocks.ShouldHaveSingleItem().State.ShouldBe(ClockState.Cancelled);
        run.Open.ShouldHaveSingleItem().Step.ShouldBe("back-fill");
    }

    [Fact]
    public void Close_AnotherPathClosedItMeanwhile_GoesOnWithoutClosingAgain()
    {
        var run = new SmallFlow()
            .Add("clock", "Bpm.StartClock", ("rule", "A-3.3c"))
            .Task("back-fill", "back-fill", "BackFilled")
            .Add("stop", "Bpm.StopClock", ("rule", "A-3.3c"))
            .Add("close", "Bpm.Close", ("ending", "satisfied"), ("after", new[] { "A-3.3c" }))
            .Add("other", "Bpm.Close", ("ending", "replied"), ("after", new[] { "A-3.3c" }))
            .Chain("start", "clock", "back-fill.BackFilled", "stop").Chain("clock", "close").Chain("clock", "other").Run();

        run.Complete("back-fill", "BackFilled");

        run.Complaint.Ending.ShouldBe("satisfied");
        run.Instance.IsEnded.ShouldBeTrue();
    }
}
