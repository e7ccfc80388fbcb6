using Bpm.Engine.Execution;

namespace Bpm.Engine.Migration;

/// <summary>What came of an attempt to move an instance.</summary>
/// <param name="Burst">To be stored like any other; null where it is refused. A try that is not to be kept is simply not stored.</param>
/// <param name="Problems">All reasons against it; empty where it can go on.</param>
public sealed record MigrationResult(Burst? Burst, IReadOnlyList<MigrationProblem> Problems)
{
    /// <summary>True where the instance has to stay on its version.</summary>
    public bool IsRefused => Problems.Count > 0;
}
