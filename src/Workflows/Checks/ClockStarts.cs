using System.Runtime.CompilerServices;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Checks;

/// <summary>Which clocks a definition starts itself, and which workflows it uses as activities. Read from the drawing; kept as long as the definition is.</summary>
internal sealed class ClockStarts
{
    private static readonly ConditionalWeakTable<WorkflowDefinition, ClockStarts> _known = [];

    private ClockStarts(WorkflowDefinition definition)
    {
        var activities = DrawnDefinition.Of(definition).Activities;
        var starts = activities.Where(activity => activity.Type == StartClockActivity.TypeName).ToArray();
        Articles = [.. starts.Select(activity => activity.Literal("rule")).OfType<string>()];
        IsOpen = Array.Exists(starts, activity => activity.IsComputed("rule"));
        Children = activities.Select(activity => DrawnJson.Text(activity.Json, "workflowDefinitionId") ?? activity.Type).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Article ids, as they are written.</summary>
    public IReadOnlyList<string> Articles { get; }

    /// <summary>Does it start a clock whose article depends on the case?</summary>
    public bool IsOpen { get; }

    /// <summary>Definition ids, or names, of workflows used as activities; types of ordinary activities too, which are no definition's id.</summary>
    public IReadOnlySet<string> Children { get; }

    public static ClockStarts Of(WorkflowDefinition definition) => _known.GetValue(definition, static d => new(d));
}
