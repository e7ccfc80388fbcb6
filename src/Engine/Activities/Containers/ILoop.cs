using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>A loop that gives its body variables.</summary>
internal interface ILoop
{
    /// <summary>Value of a variable in one round.</summary>
    /// <param name="c">The run of the loop.</param>
    /// <param name="round">The mark that the body was scheduled with.</param>
    /// <param name="variable">Position among the names that the body was compiled with.</param>
    object? Value(ActivityContext c, int round, int variable);
}
