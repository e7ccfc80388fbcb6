using Bpm.Engine.Definitions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>The part of a flowchart that going back to an activity does over again.</summary>
internal sealed class FlowReturn
{
    private readonly FlowConnections _connections;

    private FlowReturn(FlowConnections connections, int entry, bool[] after, bool[] undone) =>
        (_connections, Entry, After, Undone) = (connections, entry, after, undone);

    /// <summary>Where it goes on: the activity itself, or what starts its time limits.</summary>
    public int Entry { get; }

    /// <summary>What lies after <see cref="Entry"/>: it has not happened any more.</summary>
    public bool[] After { get; }

    /// <summary>What must not run any more.</summary>
    public bool[] Undone { get; }

    /// <summary>A connection whose source is done over again.</summary>
    public bool IsUndone(int connection) => Undone[_connections.All[connection].Source];

    /// <summary>Finds the way back, or null where none leads from the one to the other.</summary>
    /// <param name="from">The activity that runs now.</param>
    public static FlowReturn? Find(ActivityNode[] children, FlowConnections connections, int from, int to)
    {
        var entry = EntryOf(children, connections, to);
        var after = new bool[children.Length];
        for (var i = 0; i < after.Length; i++) after[i] = i != entry && connections.Ancestors(i)[entry];
        var undone = after;
        // What was reached by going back in the drawing is taken back too, as far as it leads.
        if (from != entry && !after[from] && !(undone = Reachable(connections, to))[from]) return null;
        undone = [.. undone];
        undone[entry] = undone[to] = true;
        return new(connections, entry, after, undone);
    }

    private static int EntryOf(ActivityNode[] children, FlowConnections connections, int to)
    {
        for (var entry = to; ;)
        {
            if (connections.ForwardInbound[entry] is not [var only]) return entry;
            var source = connections.All[only].Source;
            var starts = connections.Outbound[source].Length == 1 && children[source].Activity.Timing == StepTiming.StartsBefore;
            var forks = children[source].Activity is FlowFork && connections.Outbound[source].Length > 1 && Array.TrueForAll(
                connections.Outbound[source], c => c == only || children[connections.All[c].Target].Activity.Timing == StepTiming.WaitsBeside);
            if (!starts && !forks) return entry;
            entry = source;
        }
    }

    private static bool[] Reachable(FlowConnections connections, int start)
    {
        var found = new bool[connections.Outbound.Length];
        var stack = new Stack<int>([start]);
        while (stack.TryPop(out var current))
            foreach (var connection in connections.Outbound[current])
            {
                var target = connections.All[connection].Target;
                if (target == start || found[target]) continue;
                found[target] = true;
                stack.Push(target);
            }
        return found;
    }
}
