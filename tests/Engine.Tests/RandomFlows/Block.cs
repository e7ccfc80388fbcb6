namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>A structured piece of a flowchart: entered once, left once; left alive, or dead where nothing of it led on.</summary>
internal abstract record Block(string Id)
{
    /// <summary>Prints its id.</summary>
    public sealed record Step(string Id) : Block(Id);

    /// <summary>Waits for an event or a timer.</summary>
    public sealed record Wait(string Id, bool Timer) : Block(Id);

    /// <summary>One after another, as long as they are left alive.</summary>
    public sealed record Row(string Id, IReadOnlyList<Block> Parts) : Block(Id);

    /// <summary>Leads on, or not: not with every third visit.</summary>
    public sealed record Gate(string Id) : Block(Id);

    /// <summary>Several branches, of which some are taken; sides are taken with them but never come together again.</summary>
    public sealed record Split(string Id, Choice Choice, Join Join, IReadOnlyList<Block> Branches, IReadOnlyList<Block> Sides) : Block(Id);

    /// <summary>Again and again by a connection that goes back.</summary>
    public sealed record Loop(string Id, Block Body, int Rounds, bool TestFirst) : Block(Id);

    /// <summary>Again and again by the activity While; the body is a flowchart of its own.</summary>
    public sealed record Repeat(string Id, Chart Body, int Rounds) : Block(Id);

    /// <summary>A flowchart in the flowchart; left alive however it ended.</summary>
    public sealed record Chart(string Id, Block Body) : Block(Id);

    /// <summary>Waits, then ends the flowchart around it.</summary>
    public sealed record Exit(string Id) : Block(Id);

    /// <summary>Branches that run a last step each for itself; nothing follows.</summary>
    public sealed record Cascade(string Id, IReadOnlyList<Block> Branches) : Block(Id);
}

/// <summary>Which branches of a split are taken.</summary>
internal enum Choice
{
    /// <summary>All, from an activity made for it.</summary>
    Fork,

    /// <summary>All, from one port of a step, which prints.</summary>
    StepFork,

    /// <summary>Of n branches number (visits mod n).</summary>
    One,

    /// <summary>Branch i where (visits + i) mod 3 is not 0.</summary>
    Some,
}

/// <summary>How the branches of a split come together.</summary>
internal enum Join
{
    /// <summary>At whatever follows: all that were taken.</summary>
    Implicit,

    /// <summary>All that were taken, of which at least one is left alive.</summary>
    Active,

    /// <summary>All branches of the split, each left alive.</summary>
    All,

    /// <summary>As <see cref="All"/>, by a step with merge mode Converge.</summary>
    Converge,

    /// <summary>The first that is left alive; the others are cancelled.</summary>
    Any,

    /// <summary>As <see cref="Any"/>, by a step with merge mode Race.</summary>
    Race,
}
