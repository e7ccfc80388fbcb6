using Bpm.Workflows.Checks;

namespace Bpm.Definitions.Tests;

/// <summary>The packs as they ship: every file can be used and nothing is to be found fault with.</summary>
public sealed class ShippedDefinitionTests
{
    [Fact]
    public void Packs_AsShipped_AreReadWithoutProblem()
    {
        ShippedPacks.Readings.Count.ShouldBeGreaterThan(1);
        foreach (var reading in ShippedPacks.Readings)
        {
            reading.Problems.ShouldBeEmpty(string.Join("; ", reading.Problems));
            reading.Pack.ShouldNotBeNull().Definitions.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Definitions_AsShipped_PassEveryCheck()
    {
        foreach (var pack in ShippedPacks.Readings.Select(r => r.Pack!))
        {
            var findings = new DefinitionChecker(ShippedPacks.Compiler).CheckAll(pack);
            findings.ShouldBeEmpty(string.Join(Environment.NewLine, findings.Select(f => $"{f.Code} {f.Message}")));
        }
    }
}
