namespace Bpm.Definitions.Tests;

/// <summary>The scenarios that lie beside the definitions, each straight through and with save and reload after every burst.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Files => [.. ShippedPacks.Readings.SelectMany(r => Scenario.Files(r.Folder))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_PlayedStraightThrough_ComesOutAsExpected(string file) => ScenarioRun.Play(file, reload: false);

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_ReloadedAfterEveryBurst_ComesOutAsExpected(string file) => ScenarioRun.Play(file, reload: true);
}
