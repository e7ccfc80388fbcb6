namespace Bpm.Workflows.Tests.Activities;

public sealed class EscalateTests
{
    [Fact]
    public void Escalate_TaskHeldByOne_LetsAnotherTakeItOver()
    {
        var directory = Definitions.Tests.ShippedPacks.Of("xx-water").Directory;
        var run = new SmallFlow()
            .Add("fork", "Elsa.FlowFork", ("branches", new[] { "Ask", "Wait" }))
            .Add("clock", "Bpm.StartClock", ("rule", "A-5.5"))
            .Add("ask", "Bpm.HumanTask", ("step", "superior-guidance"), ("candidates", new[] { "role:supervisor" }), ("outcomes", new[] { "Answered" }), ("rule", "A-5.5"))
            .Add("wait", "Bpm.WaitForClock", ("rule", "A-5.5"), ("events", new[] { "Warned" }))
            .Add("escalate", "Bpm.Escalate", ("step", "superior-guidance"), ("to", new[] { "role:deputy" }))
            .Chain("start", "clock", "fork.Ask", "ask")
            .Chain("fork.Wait", "wait.Warned", "escalate")
            .Run();
        var task = run.Open.Single();
        var (holder, deputy) = (directory.Staff("a.supervisor")!, directory.Staff("a.deputy")!);
        task.Claim(holder, directory.KeysOf(holder.UserName)).IsRefused.ShouldBeFalse();
        task.CanClaim(deputy, directory.KeysOf(deputy.UserName)).ShouldBeFalse();

        run.MoveTo(run.Now.AddMinutes(15));

        task.IsAvailableTo(deputy, directory.KeysOf(deputy.UserName)).ShouldBeTrue();
        task.IsAvailableTo(holder, directory.KeysOf(holder.UserName)).ShouldBeFalse();
        task.Claim(deputy, directory.KeysOf(deputy.UserName)).IsRefused.ShouldBeFalse();
        task.Assignee.ShouldBe("a.deputy");
        task.Claim(holder, directory.KeysOf(holder.UserName)).IsRefused.ShouldBeTrue();
    }
}
