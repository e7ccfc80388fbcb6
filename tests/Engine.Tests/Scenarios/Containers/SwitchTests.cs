using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Containers;

public sealed class SwitchTests
{
    [Theory]
    [EveryMode("switch-first", 3, "small|end")]
    [EveryMode("switch-first", 9, "go:positive|end")]
    [EveryMode("switch-first", -1, "other|end")]
    [EveryMode("switch-first", -7, "end")]
    [EveryMode("switch-any", 3, "small|go:positive|end")]
    [EveryMode("switch-any", 9, "go:positive|end")]
    [EveryMode("switch-any", -1, "other|end")]
    [EveryMode("switch-any", -7, "end")]
    public async Task Switch_ByItsCases_RunsThoseThatAreTrueOrElseTheDefault(RunMode mode, string file, int n, string lines)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/" + file, mode, new Dictionary<string, object?> { ["N"] = n });
        (await host.SendAsync("go")).ShouldBe(lines.Contains("go:", StringComparison.Ordinal) ? 1 : 0);
        host.Lines.ShouldBe(lines.Replace("go:", "", StringComparison.Ordinal).Split('|'));
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
