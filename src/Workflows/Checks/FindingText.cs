using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Checks;

/// <summary>Words findings so that people find the place: the definition by its name, the step by what it is called in the drawing.</summary>
internal static class FindingText
{
    /// <summary>A finding about an activity, by its path.</summary>
    /// <param name="id">Its id, where it lies in a child workflow.</param>
    public static Finding At(DrawnDefinition drawn, string path, string? id, Severity severity, string code, string reason)
    {
        if (drawn.FindAround(path) is not { } activity)
            return Whole(drawn, severity, code, reason);
        var inside = activity.Path == path || id is null ? "" : $"里的“{id}”";
        return new(severity, code, drawn.Definition.DefinitionId, activity.Id, $"流程“{drawn.Definition.Name}”的{Label(activity)}{inside}：{reason}");
    }

    /// <summary>A finding about the whole definition.</summary>
    public static Finding Whole(DrawnDefinition drawn, Severity severity, string code, string reason) =>
        new(severity, code, drawn.Definition.DefinitionId, null, $"流程“{drawn.Definition.Name}”：{reason}");

    /// <summary>A finding out of what the compiler says.</summary>
    public static Finding Compiled(DrawnDefinition drawn, DefinitionError error)
    {
        // What is wrong with the drawing as a whole is reported at its outermost flowchart, which nobody has given a name.
        var isWhole = drawn.Activities.Count > 0 && drawn.Activities[0].Path == error.Path;
        return isWhole
            ? Whole(drawn, Severity.Error, error.Code, error.Message)
            : At(drawn, error.Path, error.ActivityId, Severity.Error, error.Code, error.Message);
    }

    private static string Label(DrawnActivity activity) => activity.Type == HumanTaskActivity.TypeName
        ? $"步骤“{activity.Name}”（{activity.Literal("step") ?? activity.Id}）"
        : $"“{activity.Name}”";
}
