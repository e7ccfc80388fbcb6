using Bpm.Application.Instances;
using Bpm.Durability.Tests.Races;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>An event on one node and a timer on the other come for the same race at the same moment: one branch wins, and runs alone.</summary>
public sealed class PlainRaceTests : IDisposable
{
    private const int Rounds = 100;
    private readonly NodeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EventAndTimer_AHundredTimes_HaveOneWinnerEach()
    {
        await using var one = await _folder.StartAsync();
        await using var other = await _folder.StartAsync();
        await one.PublishAsync(RaceDefinitions.Plain("plain-race", Node.Organisation));
        var winners = new Dictionary<string, int> { ["told"] = 0, ["late"] = 0 };
        for (var round = 0; round < Rounds; round++)
        {
            var id = (await one.TryStartAsync("plain-race", $"c{round}")).Value.Id;
            _folder.Clock.Advance(TimeSpan.FromHours(1));
            using var barrier = new Barrier(2);
            var timer = Task.Run(() => AtOnce(barrier, one.RunDueAsync));
            var told = Task.Run(() => AtOnce(barrier, () => other.TellAsync("go", $"c{round}")));
            await Task.WhenAll(timer, told);
            await one.RunDueAsync();
            var ran = (await one.SendAsync(new GetJournal(id, 1, 1000))).Value.Items
                .Where(entry => entry.Event == "Completed").Select(entry => entry.NodePath[(entry.NodePath.LastIndexOf(':') + 1)..]).ToList();
            ran.Count(node => node == "after").ShouldBe(1, string.Join(' ', ran));
            winners[ran.Where(winners.ContainsKey).ShouldHaveSingleItem()]++;
            (await one.SendAsync(new GetInstance(id))).Value.SubStatus.ShouldBe("finished");
        }

        winners.Values.Sum().ShouldBe(Rounds);
        (await one.RunDueAsync()).ShouldBeNull("what lost has left nothing behind");
    }

    private static Task<T> AtOnce<T>(Barrier barrier, Func<Task<T>> act)
    {
        barrier.SignalAndWait();
        return act();
    }
}
