namespace Bpm.Engine.Activities.Containers;

/// <summary>When a Fork is done.</summary>
public enum ForkJoinMode
{
    /// <summary>Once all branches completed.</summary>
    WaitAll,

    /// <summary>Once the first branch completed; the others are cancelled.</summary>
    WaitAny,
}
