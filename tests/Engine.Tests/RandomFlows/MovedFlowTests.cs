namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>Random structured flowcharts whose instances move to and fro between two versions, after each burst: nothing may come of it.</summary>
public sealed class MovedFlowTests
{
    private const int Seeds = 2_000;
    private const int SeedsOfARow = 500;

    public static TheoryData<int> Rows() => new(Enumerable.Range(0, Seeds / SeedsOfARow).Select(row => row * SeedsOfARow));

    [Theory, MemberData(nameof(Rows))]
    public void RandomFlow_MovedToACopyAfterEachBurst_DoesWhatItsBlocksMean(int first)
    {
        for (var seed = first; seed < first + SeedsOfARow; seed++) Run(new(seed, (definition, _) => definition));
    }

    /// <summary>By counters only: in token mode a stream's neighbour is part of its meaning, and a step between them is another neighbour.</summary>
    [Theory, MemberData(nameof(Rows))]
    public void RandomFlow_MovedBetweenVersionsWithAndWithoutMoreSteps_DoesWhatItsBlocksMean(int first)
    {
        for (var seed = first; seed < first + SeedsOfARow; seed += 2) Run(new(seed, MoreSteps.Of));
    }

    private static void Run(RandomFlowRun run)
    {
        if (run.Run() is { } difference) Assert.Fail(difference);
    }
}
