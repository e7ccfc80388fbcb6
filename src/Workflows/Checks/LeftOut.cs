namespace Bpm.Workflows.Checks;

/// <summary>A choice that leaves out some of the connections that a join waits for.</summary>
/// <param name="Choice">The activity with the choice.</param>
/// <param name="Port">The outcome by which some connections come and others do not.</param>
/// <param name="Always">Does every other outcome leave some out as well? Then the join can never be complete.</param>
internal sealed record LeftOut(int Choice, string Port, bool Always)
{
    /// <summary>The first such choice, or null.</summary>
    /// <param name="wanted">The connections that the join waits for.</param>
    public static LeftOut? Of(Drawing drawing, int join, (int Source, string Port)[] wanted)
    {
        LeftOut? first = null;
        for (var choice = 0; choice < drawing.Nodes.Length; choice++)
        {
            if (choice == join || !drawing.Reachable[choice])
                continue;
            var ways = drawing.Ways(choice).ToArray();
            if (ways.Length < 2 || Of(drawing, join, wanted, choice, ways) is not { } found)
                continue;
            if (found.Always)
                return found;
            first ??= found;
        }

        return first;
    }

    private static LeftOut? Of(Drawing drawing, int join, (int Source, string Port)[] wanted, int choice, (string Port, int[] Targets)[] ways)
    {
        var without = drawing.ReachableFrom(drawing.Start, avoid: choice);
        string? some = null;
        var isComplete = false;
        foreach (var (port, targets) in ways)
        {
            var ahead = Ahead(drawing, targets, join);
            // A way that comes back to the choice only puts it off.
            if (ahead[choice])
            {
                isComplete = true;
                continue;
            }

            var come = wanted.Count(c => c.Source == choice ? c.Port == port : ahead[c.Source] || without[c.Source]);
            isComplete |= come == wanted.Length;
            if (come > 0 && come < wanted.Length)
                some ??= port;
        }

        return some is null ? null : new(choice, some, !isComplete);
    }

    private static bool[] Ahead(Drawing drawing, int[] from, int join)
    {
        var ahead = new bool[drawing.Nodes.Length];
        foreach (var target in from)
        {
            var reached = drawing.ReachableFrom(target, avoid: join);
            for (var i = 0; i < ahead.Length; i++)
                ahead[i] |= reached[i];
        }

        return ahead;
    }
}
