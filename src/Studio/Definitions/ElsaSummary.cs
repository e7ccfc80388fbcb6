using Bpm.Application.Definitions;
using Bpm.Studio.Answers;

namespace Bpm.Studio.Definitions;

/// <summary>A row of Elsa's list of definitions.</summary>
public sealed record ElsaSummary(
    IReadOnlyList<ElsaLink> Links, string Id, string DefinitionId, string Name, string Description, int Version, string ToolVersion,
    DateTimeOffset CreatedAt, bool IsLatest, bool IsPublished, bool IsReadonly, string MaterializerName, bool IsMaterializerAvailable)
{
    /// <summary>The version of Elsa whose format the definitions have.</summary>
    internal const string Tool = "3.8.2.0";

    /// <summary>A row.</summary>
    public static ElsaSummary Of(DefinitionSummary row, IReadOnlyList<ElsaLink> links)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            links, row.Id, row.DefinitionId, row.Name, row.Description, row.Version, Tool, row.CreatedAt, row.IsLatest, row.IsPublished, false, "Json", true);
    }

    /// <summary>The row of a whole version.</summary>
    public static ElsaSummary Of(DefinitionRecord record, IReadOnlyList<ElsaLink> links)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(
            links, record.Id, record.DefinitionId, record.Name, record.Description, record.Version, Tool, record.CreatedAt, record.IsLatest,
            record.IsPublished, false, "Json", true);
    }
}
