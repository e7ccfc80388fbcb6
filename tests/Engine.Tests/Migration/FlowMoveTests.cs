using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Migration;
using Bpm.Engine.Tests.Scenarios;

namespace Bpm.Engine.Tests.Migration;

/// <summary>Flowcharts whose drawing changes while an instance waits in them, by both sets of rules.</summary>
public sealed class FlowMoveTests
{
    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_StepsBeforeAndAfterTheWaitingOne_RunsOnlyWhatComesAfter(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, new Draft(1, rules).Steps("a", "c").Waits("b").Connect("a > b > c"));
        (await host.MoveAsync(id, new Draft(2, rules).Steps("a", "n", "c", "d").Waits("b").Connect("a > n > b > d > c").Build())).Problems.ShouldBeEmpty();
        host.Instance(id).Version.ShouldBe(2);
        await host.SendAsync("b");
        host.Lines.ShouldBe(["a", "d", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_ANewStart_IsNotRun(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, new Draft(1, rules).Waits("b").Steps("c").Connect("b > c"));
        (await host.MoveAsync(id, new Draft(2, rules).Add(Draft.Of("begin", "Start")).Steps("n", "c").Waits("b").Connect("begin > n > b > c").Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("b");
        host.Lines.ShouldBe(["c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased, "WaitAll"), EveryMode(FlowchartMode.CounterBased, "WaitAllActive"), EveryMode(FlowchartMode.TokenBased, "WaitAll")]
    public async Task Move_HalfOfAForkDone_TheJoinStillWaitsForTheOther(RunMode mode, FlowchartMode rules, string join)
    {
        var (host, id) = await StartAsync(mode, ForkAndJoin(1, rules, join));
        await host.SendAsync("left");
        (await host.MoveAsync(id, ForkAndJoin(2, rules, join, "after-left", "after-right").Build())).Problems.ShouldBeEmpty();
        host.Lines.ShouldBeEmpty();
        await host.SendAsync("right");
        host.Lines.ShouldBe(["after-right", "end"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased, "WaitAll"), EveryMode(FlowchartMode.CounterBased, "WaitAllActive"), EveryMode(FlowchartMode.TokenBased, "WaitAll")]
    public async Task Move_OneMoreBranchOfAForkThatIsPassed_DoesNotHoldTheJoinUp(RunMode mode, FlowchartMode rules, string join)
    {
        var (host, id) = await StartAsync(mode, ForkAndJoin(1, rules, join));
        var wider = new Draft(2, rules).Add(Draft.Fork("fork", "l", "r", "m")).Waits("left", "right", "middle").Add(Draft.Join("join", join)).Steps("end")
            .Connect("fork.l > left > join", "fork.r > right > join", "fork.m > middle > join", "join > end");
        (await host.MoveAsync(id, wider.Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("left");
        await host.SendAsync("right");
        host.Lines.ShouldBe(["end"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_TheBranchThatIsDoneIsGone_TheJoinRunsWithTheOther(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, ForkAndJoin(1, rules, "WaitAll"));
        await host.SendAsync("left");
        var narrow = new Draft(2, rules).Add(Draft.Fork("fork", "l", "r")).Waits("right").Add(Draft.Join("join", "WaitAll")).Steps("end")
            .Connect("fork.r > right > join > end");
        var result = await host.MoveAsync(id, narrow.Build());
        if (rules == FlowchartMode.TokenBased)
        {
            result.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MigrationProblemKind.JoinPending);
            return;
        }
        result.Problems.ShouldBeEmpty();
        await host.SendAsync("right");
        host.Lines.ShouldBe(["end"]);
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_InTheSecondRoundOfALoop_GoesOnInThatRound(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, Loop(1, rules));
        await host.SendAsync("work");
        await host.SendAsync("again");
        host.Lines.ShouldBe(["head", "head"]);
        (await host.MoveAsync(id, Loop(2, rules, "checked").Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("work");
        host.Lines.ShouldBe(["head", "head", "checked"]);
        await host.SendAsync("again");
        await host.SendAsync("work");
        host.Lines.ShouldBe(["head", "head", "checked", "head", "checked"]);
        (await host.MoveAsync(id, Loop(3, rules).Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("enough");
        host.Lines.ShouldBe(["head", "head", "checked", "head", "checked", "end"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_AFinishedStepBehindTheWaitingOne_IsRefused(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, new Draft(1, rules).Steps("a", "c").Waits("b").Connect("a > b > c"));
        await ShouldBeRefusedAsync(host, id, new Draft(2, rules).Steps("a", "c").Waits("b").Connect("b > a > c"), MigrationProblemKind.StepWouldRunAgain, "a");
        var inside = new Draft(2, rules).Add(Draft.Container("sub", "Sequence", "activities", Draft.Step("a"))).Steps("c").Waits("b").Connect("b > sub > c");
        await ShouldBeRefusedAsync(host, id, inside, MigrationProblemKind.StepWouldRunAgain, "a");
        await host.SendAsync("b");
        host.Lines.ShouldBe(["a", "c"]);
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_AStepThatIsStillToComeBeforeTheWaitingOne_IsRefused(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, new Draft(1, rules).Steps("a", "c").Waits("b").Connect("a > b > c"));
        await ShouldBeRefusedAsync(host, id, new Draft(2, rules).Steps("a", "c").Waits("b").Connect("a > c", "a > b"), MigrationProblemKind.StepWouldBeSkipped, "c");
    }

    [Theory]
    [EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Move_TwoWaitingStepsInARow_IsRefused(RunMode mode, FlowchartMode rules)
    {
        var (host, id) = await StartAsync(mode, ForkAndJoin(1, rules, "WaitAll"));
        var row = new Draft(2, rules).Add(Draft.Fork("fork", "l", "r")).Waits("left", "right").Add(Draft.Join("join", "WaitAll")).Steps("end")
            .Connect("fork.l > left > right > join > end");
        await ShouldBeRefusedAsync(host, id, row, MigrationProblemKind.StepWouldRunAgain, "right");
    }

    [Theory, EveryMode]
    public async Task Move_ToTheOtherRules_IsRefused(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, new Draft(1).Waits("b"));
        await ShouldBeRefusedAsync(host, id, new Draft(2, FlowchartMode.TokenBased).Waits("b"), MigrationProblemKind.FlowchartModeDiffers, null);
    }

    [Theory, EveryMode]
    public async Task Move_ANewDecisionOnTheWayGone_IsTakenAsLeftTowardsWhatRuns(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, new Draft(1).Steps("a", "c").Waits("b").Connect("a > b > c"));
        var target = new Draft(2).Steps("a", "c", "x").Waits("b").Add(Draft.Of("ask", "FlowDecision")).Add(Draft.Join("join", "WaitAllActive"))
            .Connect("a > ask", "ask.True > b > join", "ask.False > x > join > c");
        (await host.MoveAsync(id, target.Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("b");
        host.Lines.ShouldBe(["a", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode]
    public async Task Move_ANewDecisionBesideThatAJoinWaitsFor_IsRefused(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, new Draft(1).Steps("a", "c").Waits("b").Connect("a > b > c"));
        var target = new Draft(2).Steps("a", "c", "x").Waits("b").Add(Draft.Of("ask", "FlowDecision")).Add(Draft.Join("join", "WaitAll"))
            .Connect("a > b > join", "a > ask", "ask.True > join", "ask.False > x", "join > c");
        await ShouldBeRefusedAsync(host, id, target, MigrationProblemKind.NewStepUndecided, "ask");
    }

    internal static async Task<(EngineHost Host, string Id)> StartAsync(RunMode mode, Draft draft)
    {
        var host = new EngineHost(mode);
        return (host, (await host.StartAsync(host.Definitions.Add(draft.Build()))).Id);
    }

    /// <summary>The refusal names the step, and nothing has changed.</summary>
    internal static async Task ShouldBeRefusedAsync(EngineHost host, string id, Draft target, MigrationProblemKind kind, string? step)
    {
        var before = host.Instance(id);
        var result = await host.MoveAsync(id, target.Build());
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(kind, problem.Text);
        if (step is not null) problem.Text.ShouldContain($"“{step}”");
        result.Burst.ShouldBeNull();
        host.Instance(id).Version.ShouldBe(before.Version);
        host.Instance(id).Revision.ShouldBe(before.Revision);
    }

    private static Draft ForkAndJoin(int version, FlowchartMode rules, string join, params string[] more)
    {
        var draft = new Draft(version, rules).Add(Draft.Fork("fork", "l", "r")).Waits("left", "right").Add(Draft.Join("join", join)).Steps("end").Steps(more);
        var (left, right) = more.Length == 2 ? ($"left > {more[0]} > join", $"right > {more[1]} > join") : ("left > join", "right > join");
        return draft.Connect("fork.l > left", "fork.r > right", left, right, "join > end");
    }

    /// <summary>head, then work; the event again leads back, the event enough ends it: whichever comes first.</summary>
    private static Draft Loop(int version, FlowchartMode rules, params string[] more)
    {
        var draft = new Draft(version, rules).Steps("head", "end").Waits("work").Steps(more)
            .Add(Draft.Fork("choice", "a", "e")).Waits("again", "enough").Add(Draft.Join("ends", "WaitAny"));
        return draft.Connect(
            "head > work > " + string.Join("", more.Select(m => m + " > ")) + "choice", "choice.a > again > head", "choice.e > enough > ends > end");
    }
}
