namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>
/// What a block tree means, told without any flowchart: no connections, no counters, no tokens, no queue. It walks the tree, prints at
/// once, and keeps what has to go on after each wait.
/// </summary>
internal sealed class BlockInterpreter
{
    private readonly Dictionary<string, int> _visits = [];
    private readonly List<Waiting> _waiting = [];
    private readonly List<Level> _levels = [];

    public BlockInterpreter(Block.Chart root)
    {
        Enter(root, new Scope(null), null, () => IsOver = true);
        Settle();
    }

    /// <summary>Did it come to its end?</summary>
    public bool IsOver { get; private set; }

    /// <summary>Steps run so far.</summary>
    public List<string> Printed { get; } = [];

    /// <summary>Ids of what waits, in order of the alphabet, one for each wait.</summary>
    public IReadOnlyList<string> Waits => [.. _waiting.Where(w => !w.Scope.IsGone).Select(w => w.Id).Order(StringComparer.Ordinal)];

    /// <summary>What the oldest wait of this id waited for has come.</summary>
    public void Resume(string id)
    {
        _waiting.RemoveAll(w => w.Scope.IsGone);
        var first = _waiting.Find(w => w.Id == id)!;
        _waiting.Remove(first);
        first.GoOn();
        Settle();
    }

    /// <summary>All that is given up together.</summary>
    private sealed class Scope(Scope? around)
    {
        private bool _gone;

        public bool IsGone => _gone || around is { IsGone: true };

        public void Leave() => _gone = true;
    }

    private sealed record Waiting(string Id, Level Level, Scope Scope, Action GoOn);

    /// <summary>A flowchart that is being run.</summary>
    private sealed class Level(Level? around, Scope scope, Action over)
    {
        public Level? Around => around;
        public Scope Inside { get; } = new(scope);
        public Action Over => over;
    }

    private void Enter(Block.Chart chart, Scope scope, Level? around, Action over)
    {
        var level = new Level(around, scope, over);
        _levels.Add(level);
        Walk(chart.Body, level, level.Inside, _ => { });
    }

    /// <summary>A flowchart in which nothing waits any more is over; that may set others going.</summary>
    private void Settle()
    {
        while (true)
        {
            _levels.RemoveAll(l => l.Inside.IsGone);
            var idle = _levels.FindLast(level =>
                !_waiting.Exists(w => w.Level == level && !w.Scope.IsGone) && !_levels.Exists(inner => inner.Around == level));
            if (idle is null) return;
            _levels.Remove(idle);
            idle.Over();
        }
    }

    private void Walk(Block block, Level level, Scope scope, Action<bool> left)
    {
        switch (block)
        {
            case Block.Step:
                Printed.Add(block.Id);
                left(true);
                break;
            case Block.Wait:
                _waiting.Add(new(block.Id, level, scope, () => left(true)));
                break;
            case Block.Row row:
                WalkRow(row.Parts, 0, level, scope, left);
                break;
            case Block.Gate:
                left(Visit(block) % 3 != 0);
                break;
            case Block.Split split:
                WalkSplit(split, level, scope, left);
                break;
            case Block.Loop loop:
                WalkRounds(loop, 0, level, scope, left);
                break;
            case Block.Repeat repeat:
                RepeatRounds(repeat, 0, level, scope, left);
                break;
            case Block.Chart chart:
                Enter(chart, scope, level, () => left(true));
                break;
            case Block.Exit:
                _waiting.Add(new(block.Id, level, scope, () => End(level)));
                break;
            case Block.Cascade cascade:
                foreach (var branch in cascade.Branches)
                    Walk(branch, level, scope, alive =>
                    {
                        if (alive) Printed.Add(cascade.Id);
                    });
                break;
        }
    }

    private void End(Level level)
    {
        level.Inside.Leave();
        _levels.Remove(level);
        level.Over();
    }

    private void WalkRow(IReadOnlyList<Block> parts, int at, Level level, Scope scope, Action<bool> left)
    {
        if (at == parts.Count) left(true);
        else
            Walk(parts[at], level, scope, alive =>
            {
                if (alive) WalkRow(parts, at + 1, level, scope, left);
                else left(false);
            });
    }

    private void WalkSplit(Block.Split split, Level level, Scope scope, Action<bool> left)
    {
        if (split.Choice == Choice.StepFork) Printed.Add(split.Id);
        var visits = split.Choice is Choice.One or Choice.Some ? Visit(split) : 0;
        var count = split.Branches.Count;
        var scopes = split.Branches.Select(_ => new Scope(scope)).ToArray();
        var (open, alive, won) = (count, 0, false);
        for (var i = 0; i < count; i++)
        {
            var me = i;
            var taken = split.Choice switch { Choice.One => visits % count == i, Choice.Some => (visits + i) % 3 != 0, _ => true };
            if (taken) Walk(split.Branches[i], level, scopes[i], isAlive => BranchLeft(me, isAlive));
            else BranchLeft(me, false);
        }
        // What runs beside belongs to no branch: no race cancels it.
        foreach (var side in split.Sides) Walk(side, level, level.Inside, _ => { });

        void BranchLeft(int branch, bool isAlive)
        {
            open--;
            if (isAlive) alive++;
            if (split.Join is Join.Any or Join.Race)
            {
                if (won || (!isAlive && open > 0)) return;
                won = true;
                for (var i = 0; i < count; i++)
                    if (i != branch) scopes[i].Leave();
                left(isAlive);
            }
            else if (open == 0) left(split.Join is Join.All or Join.Converge ? alive == count : alive > 0);
        }
    }

    private void WalkRounds(Block.Loop loop, int round, Level level, Scope scope, Action<bool> left)
    {
        if (round == loop.Rounds && loop.TestFirst)
        {
            left(true);
            return;
        }
        Walk(loop.Body, level, scope, alive =>
        {
            if (!alive) left(false);
            else if (!loop.TestFirst && round + 1 >= loop.Rounds) left(true);
            else WalkRounds(loop, round + 1, level, scope, left);
        });
    }

    private void RepeatRounds(Block.Repeat repeat, int round, Level level, Scope scope, Action<bool> left)
    {
        if (round == repeat.Rounds) left(true);
        else Enter(repeat.Body, scope, level, () => RepeatRounds(repeat, round + 1, level, scope, left));
    }

    private int Visit(Block block) => _visits[block.Id] = _visits.GetValueOrDefault(block.Id) + 1;
}
