using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Returns;

/// <summary>
/// Going back to an activity that ran before. A script sends events (<c>a</c>), goes back (<c>C&lt;A</c>: from what waits at C to A) and lets
/// hours pass (<c>+2</c>).
/// </summary>
public sealed class ReturnTests
{
    [Theory]
    [EveryMode("line", "a b C<A a b c", "after-A after-B after-A after-B end")]
    [EveryMode("line", "a b C<B b c", "after-A after-B after-B end")]
    [EveryMode("line", "a B<A a B<A a b C<B b c", "after-A after-A after-A after-B after-B end")]
    [EveryMode("beside", "a B<A a s b", "start after-A after-A after-S end")]
    [EveryMode("beside", "a s B<A a b", "start after-A after-S after-A end")]
    [EveryMode("signers", "a x Y<A a x y b", "signed end")]
    [EveryMode("signers", "a x y B<A a y x b", "signed signed end")]
    [EveryMode("signers", "a x y B<X x b", "signed signed end")]
    [EveryMode("time-limit", "a B<A a b", "start in-time in-time end")]
    [EveryMode("time-limit", "a +1 B<A +1 +1 b", "start in-time late end")]
    [EveryMode("loop", "a b a b C<B b c", "start after-A after-A end")]
    [EveryMode("loop", "a b a b C<A a b c", "start after-A after-A after-A end")]
    [EveryMode("loop", "a b A<B b a b c", "start after-A after-A end")]
    [EveryMode("loop-join", "x y b x y b C<B b c", "start after-Y after-Y end")]
    [EveryMode("loop-join", "x y b x y B<Y y b c", "start after-Y after-Y after-Y end")]
    [EveryMode("either", "a B<A a b", "after-A both after-A both end")]
    [EveryMode("sequence", "a B<A a b", "start after-A after-A end")]
    [EveryMode("nested", "a b C<B a b c", "after-A between after-A between end")]
    public async Task GoBack_AndOnAgain_RunsEachStepOnceMore(RunMode mode, string name, string script, string lines)
    {
        foreach (var rules in Enum.GetValues<FlowchartMode>())
        {
            var (host, instance) = await FlowScenario.StartAsync("Returns/" + name, mode, rules);
            var all = true;
            foreach (var step in script.Split(' '))
                all &= await StepAsync(host, instance.Id, step);
            all.ShouldBeTrue($"{rules}");
            string.Join(' ', host.Lines).ShouldBe(lines, $"{rules}");
            host.ShouldBeFinished(instance);
            host.Instance(instance.Id).Incidents.ShouldBeEmpty();
        }
    }

    [Theory]
    [EveryMode("line", "a", "B<C")]
    [EveryMode("beside", "a", "S<A")]
    [EveryMode("line", "a", "B<nowhere")]
    [EveryMode("sequence", "", "A<B")]
    public async Task GoBack_WhereNoWayLeadsBack_ChangesNothing(RunMode mode, string name, string before, string back)
    {
        foreach (var rules in Enum.GetValues<FlowchartMode>())
        {
            var (host, instance) = await FlowScenario.StartAsync("Returns/" + name, mode, rules);
            foreach (var step in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                await StepAsync(host, instance.Id, step);
            var waiting = host.Store.BookmarkIds(instance.Id).ToArray();
            (await StepAsync(host, instance.Id, back)).ShouldBeFalse();
            host.Store.BookmarkIds(instance.Id).ShouldBe(waiting);
        }
    }

    [Theory, EveryMode]
    public async Task GoBack_PausedInstance_ChangesNothing(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Returns/line", mode);
        await host.SendAsync("a");
        await host.PauseAsync(instance.Id);
        (await StepAsync(host, instance.Id, "B<A")).ShouldBeFalse();
        await host.UnpauseAsync(instance.Id);
        (await StepAsync(host, instance.Id, "B<A")).ShouldBeTrue();
    }

    [Theory, EveryMode]
    public async Task GoBack_IsInTheJournal_AndWhatWaitedIsCancelled(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Returns/line", mode);
        await host.SendAsync("a");
        await StepAsync(host, instance.Id, "B<A");
        host.Store.Journal(instance.Id).Where(entry => entry.EventName is JournalEvents.WentBack or JournalEvents.Canceled)
            .Select(entry => (entry.EventName, entry.NodePath[(entry.NodePath.LastIndexOf(':') + 1)..]))
            .ShouldBe([(JournalEvents.WentBack, "B"), (JournalEvents.Canceled, "B")]);
        host.ShouldBeConsistent(instance.Id);
    }

    private static async Task<bool> StepAsync(EngineHost host, string id, string step)
    {
        if (step[0] == '+')
        {
            await host.AdvanceAsync(TimeSpan.FromHours(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)));
            return true;
        }

        if (step.Split('<') is not [var from, var to])
            return await host.SendAsync(step) == 1;
        var instance = host.Instance(id);
        var bookmark = instance.Bookmarks.Single(b => instance.FindWaiting(b.Id)!.Id == from).Id;
        return (await host.GoBackAsync(id, bookmark, to)).Changed;
    }
}
