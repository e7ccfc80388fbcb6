using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Comparison;

/// <summary>What a step of one version is found by in another.</summary>
internal static class StepKeys
{
    // All versions have one outermost flowchart, whatever its id.
    private const string Outermost = "";

    /// <summary>Steps by key: the id, which says that a step moved into another container is the same; where an id is used twice, the path.</summary>
    public static Dictionary<string, DrawnActivity> Of(DrawnDefinition drawn)
    {
        var times = drawn.Activities.CountBy(step => step.Id).ToDictionary(StringComparer.Ordinal);
        var keys = new Dictionary<string, DrawnActivity>(StringComparer.Ordinal);
        foreach (var step in drawn.Activities)
            keys.TryAdd(step == drawn.Activities[0] ? Outermost : times[step.Id] == 1 ? step.Id : step.Path, step);
        return keys;
    }
}
