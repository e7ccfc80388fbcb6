using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Packs;

/// <summary>Definitions held in memory, for checks and tests. The first of a version id, definition id or name wins.</summary>
public sealed class DefinitionSet : IDefinitionSource
{
    private readonly Dictionary<string, WorkflowDefinition> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowDefinition> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowDefinition> _names = new(StringComparer.Ordinal);

    public DefinitionSet(IEnumerable<WorkflowDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            _versions.TryAdd(definition.Id, definition);
            if (!definition.IsPublished)
                continue;
            _published.TryAdd(definition.DefinitionId, definition);
            _names.TryAdd(definition.Name, definition);
        }
    }

    public WorkflowDefinition? FindVersion(string versionId) => _versions.GetValueOrDefault(versionId);

    public WorkflowDefinition? FindPublished(string definitionId) => _published.GetValueOrDefault(definitionId);

    public WorkflowDefinition? FindPublishedByName(string name) => _names.GetValueOrDefault(name);
}
