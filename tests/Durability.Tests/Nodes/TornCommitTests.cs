using Bpm.Application.Instances;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>
/// A crash at each point of the commit: the database's log is cut within and after each page that an event's transactions wrote, and a node
/// starts on what is left. The event has then happened or not, and goes on from there, each step once.
/// </summary>
public sealed class TornCommitTests : IDisposable
{
    private const int LogHead = 32;
    private const int Page = 4096 + 24;
    private readonly NodeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Event_LogCutAnywhere_HasHappenedOnceOrNotAtAll()
    {
        await using (var node = await _folder.StartAsync())
            await node.PublishAsync(Races.RaceDefinitions.Plain("torn", Node.Organisation));
        // A node of its own: the last one to close has emptied the log.
        await using var running = await _folder.StartAsync();
        var id = (await running.TryStartAsync("torn", "c1")).Value.Id;
        var before = _folder.LogLength;
        await running.TellAsync("go", "c1");
        var after = _folder.LogLength;
        after.ShouldBeGreaterThan(before);

        var (untouched, under, done) = (0, 0, 0);
        for (var length = before; length <= after; length += length == after ? 1 : Math.Min(Page / 2, after - length))
        {
            using var cut = _folder.CutAt(length);
            await using var node = await cut.StartAsync();
            var found = await StateAsync(node, id);
            await node.RunDueAsync();
            if (found == "finished") done++;
            else if (await StateAsync(node, id) == "finished") under++;
            else
            {
                untouched++;
                (await node.TellAsync("go", "c1")).Resumes.ShouldBe(1, $"cut at {length}");
            }

            (await StateAsync(node, id)).ShouldBe("finished", $"cut at {length}");
            (await StepsAsync(node, id)).ShouldBe(["event", "told", "join", "after"], $"cut at {length}");
            (await node.TellAsync("go", "c1")).Resumes.ShouldBe(0, $"cut at {length}");
            cut.Clock.Advance(TimeSpan.FromHours(2));
            (await node.RunDueAsync()).ShouldBeNull($"cut at {length}");
            (await StepsAsync(node, id)).Count.ShouldBe(4, $"cut at {length}");
        }

        ((after - LogHead) % Page).ShouldBe(0, "the cuts are at the pages' ends and middles");
        untouched.ShouldBeGreaterThan(1);
        under.ShouldBeGreaterThan(1, "between the event's acceptance and its burst");
        done.ShouldBeGreaterThan(0);
    }

    private static async Task<string> StateAsync(Node node, string id) => (await node.SendAsync(new GetInstance(id))).Value.SubStatus;

    private static async Task<IReadOnlyList<string>> StepsAsync(Node node, string id) =>
    [
        .. (await node.SendAsync(new GetJournal(id, 1, 1000))).Value.Items
            .Where(entry => entry.Event == "Completed").Select(entry => entry.NodePath[(entry.NodePath.LastIndexOf(':') + 1)..])
            .Where(step => step is "event" or "told" or "delay" or "late" or "join" or "after"),
    ];
}
