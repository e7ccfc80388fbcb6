using System.Text.Json.Nodes;
using Bpm.Engine.Migration;
using Bpm.Engine.Tests.Scenarios;

namespace Bpm.Engine.Tests.Migration;

/// <summary>Containers other than flowcharts, and what they remember, on their way to another version.</summary>
public sealed class ContainerMoveTests
{
    [Theory, EveryMode]
    public async Task Move_Sequence_GoesOnBehindTheWaitingStep(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Sequence(1, Draft.Step("a"), Draft.Wait("b"), Draft.Step("c")));
        (await host.MoveAsync(id, Sequence(2, Draft.Step("a"), Draft.Step("n"), Draft.Wait("b"), Draft.Step("d"), Draft.Step("c")).Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("b");
        host.Lines.ShouldBe(["a", "d", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode]
    public async Task Move_SequenceInAnotherOrder_IsRefused(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Sequence(1, Draft.Step("a"), Draft.Wait("b"), Draft.Step("c")));
        await FlowMoveTests.ShouldBeRefusedAsync(host, id, Sequence(2, Draft.Wait("b"), Draft.Step("a"), Draft.Step("c")), MigrationProblemKind.StepWouldRunAgain, "a");
        await FlowMoveTests.ShouldBeRefusedAsync(host, id, Sequence(3, Draft.Step("a"), Draft.Step("c"), Draft.Wait("b")), MigrationProblemKind.StepWouldBeSkipped, "c");
    }

    [Theory, EveryMode]
    public async Task Move_SequenceThatHeardABreak_EndsWithItsLastStepAllTheSame(RunMode mode)
    {
        JsonNode Parallel(params JsonNode[] more) => Draft.Container("inner", "Sequence", "activities",
            [Draft.Container("both", "Parallel", "activities", Draft.Container("leaves", "Sequence", "activities", Draft.Of("break", "Break")), Draft.Wait("b")), .. more]);
        JsonNode Loop(JsonNode body)
        {
            var loop = Draft.Script("loop", "While", "condition", "true");
            loop["body"] = body;
            return loop;
        }
        var (host, id) = await StartAsync(mode, Sequence(1, Loop(Parallel()), Draft.Step("end")));
        (await host.MoveAsync(id, Sequence(2, Loop(Parallel(Draft.Step("more"))), Draft.Step("end")).Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("b");
        host.Lines.ShouldBe(["end"]);
    }

    [Theory, EveryMode("ForEach"), EveryMode("ParallelForEach")]
    public async Task Move_LoopOverAList_GoesOnOverTheListThatItBegan(RunMode mode, string type)
    {
        var (host, id) = await StartAsync(mode, Sequence(1, ForEach(type, """["x","y","z"]""")));
        if (type == "ForEach") await host.SendAsync("item");
        (await host.MoveAsync(id, Sequence(2, ForEach(type, """["other"]""", Draft.Step("more"))).Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("item");
        await host.SendAsync("item");
        host.Lines.Where(line => line.Length == 1).ShouldBe(["x", "y", "z"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode]
    public async Task Move_CountingLoop_GoesOnInItsRound(RunMode mode)
    {
        JsonNode For(params JsonNode[] more)
        {
            var loop = Draft.Of("for", "For", ("start", "Int32", "1"), ("end", "Int32", "3"));
            loop["body"] = Draft.Container("round", "Sequence", "activities", [Draft.Wait("b"), Draft.Script("say", "WriteLine", "text", "'n' + getCurrentValue()"), .. more]);
            return loop;
        }
        var (host, id) = await StartAsync(mode, Sequence(1, For()));
        await host.SendAsync("b");
        (await host.MoveAsync(id, Sequence(2, For(Draft.Step("more"))).Build())).Problems.ShouldBeEmpty();
        await host.SendAsync("b");
        await host.SendAsync("b");
        host.Lines.ShouldBe(["n1", "n2", "more", "n3", "more"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode("Fork", "branches"), EveryMode("Parallel", "activities")]
    public async Task Move_BranchesHalfDone_WaitsForTheRest(RunMode mode, string type, string property)
    {
        JsonNode Both(params JsonNode[] more) => Draft.Container("both", type, property, [Draft.Wait("l"), Draft.Wait("r"), .. more]);
        var (host, id) = await StartAsync(mode, Sequence(1, Both(), Draft.Step("end")));
        await host.SendAsync("l");
        (await host.MoveAsync(id, Sequence(2, Both(Draft.Wait("m")), Draft.Step("end")).Build())).Problems.ShouldBeEmpty();
        host.Lines.ShouldBeEmpty();
        await host.SendAsync("r");
        host.Lines.ShouldBe(["end"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode]
    public async Task Move_NestedContainersUnderOtherNames_AreMappedByHandWithAllThatIsInThem(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, new Draft(1).Steps("a", "c").Add(new Draft(0).Waits("b").Steps("in").Connect("b > in").Chart("sub")).Connect("a > sub > c"));
        var target = new Draft(2).Steps("a", "c").Add(new Draft(0).Waits("b").Steps("in").Connect("b > in").Chart("renamed")).Connect("a > renamed > c");
        var refused = await host.MoveAsync(id, target.Build());
        refused.Problems.Select(p => (p.Kind, p.FromPath)).ShouldBe(
        [
            (MigrationProblemKind.StepUnmapped, "Workflow1:flow:sub"), (MigrationProblemKind.StepUnmapped, "Workflow1:flow:sub:b"),
        ]);
        (await host.MoveAsync(id, target.Build(), new Dictionary<string, string> { ["Workflow1:flow:sub"] = "Workflow1:flow:renamed" })).Problems.ShouldBeEmpty();
        await host.SendAsync("b");
        host.Lines.ShouldBe(["a", "in", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    private static Task<(EngineHost Host, string Id)> StartAsync(RunMode mode, Draft draft) => FlowMoveTests.StartAsync(mode, draft);

    private static Draft Sequence(int version, params JsonNode[] steps) => new Draft(version).Root(Draft.Container("all", "Sequence", "activities", steps));

    private static JsonNode ForEach(string type, string items, params JsonNode[] more)
    {
        var loop = Draft.Of("each", type, ("items", "Object", items));
        loop["body"] = Draft.Container("round", "Sequence", "activities",
            [Draft.Wait("wait", "item"), Draft.Script("say", "WriteLine", "text", "getCurrentValue()"), .. more]);
        return loop;
    }
}
