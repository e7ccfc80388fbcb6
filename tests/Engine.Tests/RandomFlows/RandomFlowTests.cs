using System.Globalization;

namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>10,000 random structured flowcharts, in both modes, straight, reloaded and killed, with resumes in random order.</summary>
public sealed class RandomFlowTests
{
    private const int Seeds = 10_000;
    private const int SeedsOfARow = 500;

    public static TheoryData<int> Rows() => new(Enumerable.Range(0, Seeds / SeedsOfARow).Select(row => row * SeedsOfARow));

    [Theory, MemberData(nameof(Rows))]
    public void RandomFlow_AnySeed_DoesWhatItsBlocksMean(int first)
    {
        for (var seed = first; seed < first + SeedsOfARow; seed++) Run(seed);
    }

    [Fact]
    public void Seed_Alone()
    {
        var seed = Environment.GetEnvironmentVariable("BPM_FLOW_SEED");
        Assert.SkipWhen(seed is null, "Runs one seed: set BPM_FLOW_SEED.");
        Run(int.Parse(seed!, CultureInfo.InvariantCulture));
    }

    private static void Run(int seed)
    {
        if (new RandomFlowRun(seed).Run() is { } difference) Assert.Fail(difference);
    }
}
