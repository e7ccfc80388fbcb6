using Bpm.Engine.Activities.Flowcharts;

namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>
/// Makes a block tree from a seed. Shapes that would stand still or run ahead by the rules of the mode itself are left out: in counter
/// mode a loop beside a branch that it meets again; in token mode a dead path that leads to a merge, and a stream that long branches meet in.
/// </summary>
internal sealed class BlockGenerator(int seed, FlowchartMode mode)
{
    private readonly System.Random _random = new(seed);
    private readonly bool _tokens = mode == FlowchartMode.TokenBased;
    private int _last;
    private int _left = 24;

    /// <param name="MayLoop">May a connection go back here?</param>
    /// <param name="MayDie">May it be left dead?</param>
    private readonly record struct Place(bool MayLoop, bool MayDie);

    public Block.Chart Make() => Chart(3);

    private Block.Chart Chart(int depth)
    {
        var place = new Place(MayLoop: true, MayDie: true);
        var body = Row(depth, place, waitFirst: false);
        // Branches that are not brought together would run all that follows more than once: only at the end.
        if (_tokens && Chance(15)) body = new Block.Row(Id("r"), [body, new Block.Cascade(Id("k"), Branches(depth - 1, place, 2, -1))]);
        return new(Id("f"), body);
    }

    private Block Row(int depth, Place place, bool waitFirst)
    {
        var parts = new List<Block>();
        if (waitFirst) parts.Add(Wait());
        for (var left = _random.Next(1, 4); left > 0; left--) parts.Add(Part(depth, place));
        return parts.Count == 1 ? parts[0] : new Block.Row(Id("r"), parts);
    }

    private Block Part(int depth, Place place)
    {
        _left--;
        if (depth <= 0 || _left <= 0) return Leaf(place);
        return _random.Next(100) switch
        {
            < 25 => Leaf(place),
            < 50 => Fork(depth, place),
            < 65 => Choose(depth, place),
            < 75 when !_tokens => ChooseSome(depth, place),
            < 75 => ForkOfSingles(),
            < 87 when place.MayLoop => new Block.Loop(Id("l"), Row(depth - 1, place, waitFirst: false), _random.Next(0, 3), Chance(50)),
            < 92 => new Block.Repeat(Id("w"), Chart(depth - 1), _random.Next(0, 3)),
            _ => Chart(depth - 1),
        };
    }

    private Block Leaf(Place place) => _random.Next(100) switch
    {
        < 15 when place.MayDie => new Block.Gate(Id("g")),
        < 45 => Wait(),
        _ => new Block.Step(Id("s")),
    };

    private Block.Wait Wait() => new(Id("e"), Chance(30));

    private Block.Split Fork(int depth, Place place)
    {
        var join = _tokens
            ? Pick(Join.All, Join.Active, Join.Converge, Join.Any, Join.Race)
            : Pick(Join.Implicit, Join.Active, Join.All, Join.Any, Join.Any);
        return Split(depth, place, Pick(Choice.Fork, Choice.StepFork), join, _random.Next(2, 4));
    }

    private Block.Split Choose(int depth, Place place)
    {
        var join = _tokens ? Pick(Join.Implicit, Join.Implicit, Join.Any, Join.Race) : Pick(Join.Implicit, Join.Active, Join.Any, Chance(20) ? Join.All : Join.Implicit);
        return Split(depth, place, Choice.One, join, _random.Next(2, 4));
    }

    private Block.Split ChooseSome(int depth, Place place) =>
        Split(depth, place, Choice.Some, Pick(Join.Implicit, Join.Active, Join.All, Join.Any), _random.Next(2, 4));

    /// <summary>In token mode a stream knows only of what lies directly before it.</summary>
    private Block.Split ForkOfSingles()
    {
        var branches = new List<Block>();
        for (var left = _random.Next(2, 4); left > 0; left--) branches.Add(Chance(60) ? Wait() : new Block.Step(Id("s")));
        return new(Id("b"), Pick(Choice.Fork, Choice.StepFork), Join.Implicit, branches, []);
    }

    private Block.Split Split(int depth, Place place, Choice choice, Join join, int count)
    {
        var race = join is Join.Any or Join.Race;
        var inner = _tokens
            ? new Place(MayLoop: true, place.MayDie && (race || choice == Choice.One))
            : new Place(MayLoop: false, place.MayDie);
        // Two branches of a race that are through at once have no winner but by the order of the queue.
        var atOnce = race && choice != Choice.One ? _random.Next(-2, count) : -1;
        var branches = race && choice != Choice.One
            ? Branches(depth - 1, inner, count, atOnce, waitFirst: true)
            : Branches(depth - 1, inner, count, -1);
        List<Block> sides = [];
        if (choice is Choice.Fork or Choice.StepFork && Chance(12))
            sides.Add(Chance(60) ? new Block.Row(Id("r"), [Wait(), new Block.Step(Id("s"))]) : new Block.Exit(Id("x")));
        return new(Id("b"), choice, join, branches, sides);
    }

    private List<Block> Branches(int depth, Place place, int count, int atOnce, bool waitFirst = false)
    {
        var branches = new List<Block>();
        for (var i = 0; i < count; i++) branches.Add(Row(depth, place, waitFirst && i != atOnce));
        return branches;
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private string Id(string kind) => kind + ++_last;
}
