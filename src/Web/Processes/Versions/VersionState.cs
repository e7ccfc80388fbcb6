using Bpm.Application.Definitions;

namespace Bpm.Web.Processes.Versions;

/// <summary>What a version is, in a word and the look of its badge.</summary>
/// <param name="Name">Chinese.</param>
/// <param name="Badge">Suffix of the badge's class.</param>
public sealed record VersionState(string Name, string Badge)
{
    /// <summary>The state of a version.</summary>
    public static VersionState Of(DefinitionSummary version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version switch
        {
            { IsPublished: true } => new("已发布", "ok"),
            { IsDraft: true, IsLatest: true } => new("草稿", "info"),
            { IsDraft: true } => new("旧草稿", "muted"),
            { IsLatest: true } => new("已停用", "warn"),
            _ => new("历史", "muted"),
        };
    }
}
