using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Iterations;

public sealed class ForEachTests
{
    [Theory, EveryMode]
    public async Task ForEach_ListOfObjects_EachRoundSeesItsOwn(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-objects", mode);
        await host.SendAsync("go");
        host.Lines.ShouldBe(["0:张三:2"]);
        var person = host.Instance(instance.Id).GetVariable("Person").ShouldBeOfType<Dictionary<string, object?>>();
        (person["$id"], person["name"]).ShouldBe(("2", "李四"));
        await host.SendAsync("go");
        host.Lines.ShouldBe(["0:张三:2", "1:李四:0", "end"]);
    }

    [Theory, EveryMode]
    public async Task ForEach_ItemsOfAllTypes_KeepThemInTheVariable(RunMode mode)
    {
        List<object?> items =
        [
            1, 1L, 1.5, 2.50m, "一", true, new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.FromHours(8)), TimeSpan.FromDays(1), Guid.Empty, null,
            new List<object?> { 1, "x" },
        ];
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-types", mode, new Dictionary<string, object?> { ["Items"] = items });
        foreach (var item in items)
        {
            var value = host.Instance(instance.Id).GetVariable("Item");
            value.ShouldBe(item);
            value?.GetType().ShouldBe(item!.GetType());
            await host.SendAsync("go");
        }
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task ForEach_ListChangesMeanwhile_GoesOverTheOneItStartedWith(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-list-changes", mode);
        await host.RunToEndAsync(instance.Id);
        host.Lines.ShouldBe(["1", "2", "end"]);
    }

    [Theory, EveryMode]
    public async Task ForEach_Nested_InnerAndOuterValuesAreApart(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-nested", mode);
        await host.RunToEndAsync(instance.Id);
        host.Lines.ShouldBe(["0a", "0:1", "1:2", "/a", "1b", "0:3", "/b", "end"]);
    }

    [Theory, EveryMode]
    public async Task ForEach_BodySetsItsVariables_TheNextRoundIsNotChanged(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Iterations/for-each-own-names", mode);
        host.Lines.ShouldBe(["mine", "changed0", "mine", "changed1", "7", "70", "7", "71"]);
    }

    [Theory, EveryMode]
    public async Task Loops_WithNothingToDo_GoOn(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-empty", mode);
        host.Lines.ShouldBe(["end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task ForEach_OverSomethingElse_IsAnIncidentThatNamesTheInput()
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-no-list", RunMode.Straight);
        instance.Incidents.Single().Message.ShouldContain("“items”：值不是有效的列表");
        host.Lines.ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task ChildWorkflow_AsTheBody_GetsTheRoundsValuesAsInputs(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Iterations/child-body", mode);
        (await host.SendAsync("e-x")).ShouldBe(1);
        (await host.SendAsync("e-y")).ShouldBe(1);
        host.Lines.ShouldBe(["x!1", "y!11", "last y!"]);
    }

    [Theory, EveryMode]
    public async Task ForEach_ABodyFailsAndIsRetried_GoesOnWithTheSameItem(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-fails", mode);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        await host.SetVariableAsync(instance.Id, "Fixed", true);
        await host.RetryAsync(instance.Id);
        host.Lines.ShouldBe(["0a1b2c"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task ForEach_ABodyFailsAndIsSkipped_GoesOnWithTheNextItem(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-each-fails", mode);
        await host.SkipAsync(instance.Id, host.Instance(instance.Id).Incidents.Single().ActivityInstanceId);
        host.Lines.ShouldBe(["0a2c"]);
    }
}
