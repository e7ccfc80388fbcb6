using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Children;

/// <summary>How a child instance ended; the content of <see cref="Stimulus.ChildEnded"/>.</summary>
/// <param name="InstanceId">The child.</param>
/// <param name="Status">Name of its <see cref="WorkflowStatus"/>.</param>
/// <param name="SubStatus">Name of its <see cref="WorkflowSubStatus"/>.</param>
/// <param name="Output">Its outputs by name.</param>
internal sealed record ChildEnd(string InstanceId, string Status, string SubStatus, IReadOnlyDictionary<string, object?> Output)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    /// <summary>The end of an instance.</summary>
    public static ChildEnd Of(WorkflowInstance child) => new(child.Id, child.Status.ToString(), child.SubStatus.ToString(), child.Output);

    /// <summary>What a stimulus tells. Somebody who resumes the bookmark by hand may give nothing.</summary>
    public static ChildEnd Of(Bookmark bookmark, object? value)
    {
        var map = value as IReadOnlyDictionary<string, object?> ?? Nothing;
        return new(
            bookmark.Payload!,
            map.GetValueOrDefault("status") as string ?? nameof(WorkflowStatus.Finished),
            map.GetValueOrDefault("subStatus") as string ?? nameof(WorkflowSubStatus.Finished),
            map.GetValueOrDefault("output") as IReadOnlyDictionary<string, object?> ?? Nothing);
    }

    /// <summary>As a stimulus tells it.</summary>
    public Dictionary<string, object?> ToValue() => new(StringComparer.Ordinal)
    {
        ["status"] = Status,
        ["subStatus"] = SubStatus,
        ["output"] = Output,
    };
}
