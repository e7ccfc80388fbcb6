using Bpm.Engine.Definitions;

namespace Bpm.Mutation.Tests;

/// <summary>A definition with one thing taken away.</summary>
/// <param name="Kind">What sort of thing: connection, candidate, clock, article …</param>
/// <param name="Activity">Id of the activity that it was taken from.</param>
/// <param name="What">Which one, for people.</param>
/// <param name="Definition">Null where the spoilt JSON is refused at reading.</param>
internal sealed record Mutant(string Kind, string Activity, string What, WorkflowDefinition? Definition)
{
    public override string ToString() => $"{Kind} {Activity} {What}";
}
