using Bpm.Domain.Tasks;

namespace Bpm.Workflows.Tests.Activities;

public sealed class HumanTaskTests
{
    [Fact]
    public void Task_Completed_KeepsCodesInVariablesAndLeavesByTheOutcome()
    {
        var run = new SmallFlow().Variable("department")
            .Task("task", "re-route", "Forwarded", ("form", "re-route"), ("capture", new[] { "department", "note" }))
            .Add("push", "Bpm.Push", ("department", "js:getVariable('department')"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "task.Forwarded", "push", "after").Run();

        run.Complete("re-route", "Forwarded", form: new() { ["department"] = "network", ["note"] = "不得进入流程" });

        run.Complaint.Department.ShouldBe("network");
        run.Instance.GetVariable("note").ShouldBeNull();
    }

    [Fact]
    public void Task_DoerOfAnEarlierStepExcluded_CannotBeClaimedByThem()
    {
        var run = new SmallFlow()
            .Task("first", "re-route", "Forwarded")
            .Task("check", "closing-check", "Confirmed", ("exclude", new[] { "doer:re-route" }))
            .Chain("start", "first.Forwarded", "check").Run();

        run.Complete("re-route", "Forwarded", "a.hotline2");

        run.Open.ShouldHaveSingleItem().Excluded.ShouldBe(["a.hotline2"]);
    }

    [Fact]
    public void Task_BranchCutOff_IsCancelled()
    {
        var run = new SmallFlow()
            .Task("side", "re-route", "Forwarded")
            .Task("main", "back-fill", "BackFilled")
            .Add("finish", "Elsa.Finish")
            .Chain("start", "main.BackFilled", "finish").Chain("start", "side").Run();

        run.Complete("back-fill", "BackFilled");

        run.Instance.IsEnded.ShouldBeTrue();
        run.Complaint.Tasks.Single(t => t.Step == "re-route").State.ShouldBe(TaskState.Cancelled);
    }

    [Fact]
    public void Task_OutcomeWithoutAChineseName_IsOfferedByItsCode()
    {
        var run = new SmallFlow().Task("task", "double-check", "LooksGood").Chain("start", "task").Run();

        run.Open.ShouldHaveSingleItem().Outcomes.ShouldBe([new TaskOutcome("LooksGood", "LooksGood")]);
    }
}
