using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>The scenarios that lie beside the definitions, each straight through and with save and reload after every burst.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Files => [.. ShippedPacks.Readings.SelectMany(r => Scenario.Files(ShippedPacks.Root, r.Folder))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_PlayedStraightThrough_ComesOutAsExpected(string file) => Play(file, reload: false);

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_ReloadedAfterEveryBurst_ComesOutAsExpected(string file) => Play(file, reload: true);

    private static void Play(string file, bool reload)
    {
        var differences = ShippedPacks.Player(file[..file.IndexOf('/', StringComparison.Ordinal)])
            .Play(Scenario.Read(Path.Combine(ShippedPacks.Root, file)), reload);
        differences.ShouldBeEmpty(file + Environment.NewLine + string.Join(Environment.NewLine, differences));
    }
}
