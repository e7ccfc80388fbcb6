namespace Bpm.Engine.Tests.Scenarios.Data;

public sealed class InstanceDataTests
{
    private static readonly Dictionary<string, object?> Number = new() { ["Number"] = "7" };

    [Theory, EveryMode]
    public async Task SetName_ByExpression_NamesTheInstance(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Data/set-name", mode, Number);
        host.Instance(instance.Id).Name.ShouldBe("故障 7");
        await host.SendAsync("go");
        host.Instance(instance.Id).Name.ShouldBe("故障 7");
    }

    [Theory, EveryMode]
    public async Task Correlate_WhileOthersWait_AllBookmarksHearTheNewGroup(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Data/correlate", mode, Number);
        (await host.SendAsync("a", correlationId: "case-7")).ShouldBe(0);
        host.Bursts[^1].CorrelationChanged.ShouldBeFalse();
        await host.SendAsync("b");
        host.Instance(instance.Id).CorrelationId.ShouldBe("case-7");
        host.Bursts[^1].CorrelationChanged.ShouldBeTrue();
        (await host.SendAsync("c", correlationId: "case-8")).ShouldBe(0);
        (await host.SendAsync("a", correlationId: "case-7")).ShouldBe(1);
        host.Bursts[^1].CorrelationChanged.ShouldBeFalse();
        (await host.SendAsync("c", correlationId: "case-7")).ShouldBe(1);
        host.Lines.ShouldBe(["a", "c"]);
    }

    [Theory, EveryMode]
    public async Task Correlate_ToTheSameGroup_ChangesNothing(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Data/correlate", mode, Number, "case-7");
        await host.SendAsync("b", correlationId: "case-7");
        host.Bursts[^1].CorrelationChanged.ShouldBeFalse();
    }
}
