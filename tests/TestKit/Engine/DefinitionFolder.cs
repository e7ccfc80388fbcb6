using Bpm.Engine.Definitions;

namespace Bpm.TestKit.Engine;

/// <summary>Definitions from files, all taken as published.</summary>
public sealed class DefinitionFolder : IDefinitionSource
{
    private readonly List<WorkflowDefinition> _definitions = [];

    /// <summary>Adds every JSON file of a folder that is a definition.</summary>
    public DefinitionFolder AddFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)) AddFile(file);
        return this;
    }

    /// <summary>Adds one file.</summary>
    public WorkflowDefinition AddFile(string file) => Add(WorkflowDefinition.Parse(File.ReadAllBytes(file)));

    /// <summary>Adds a definition.</summary>
    public WorkflowDefinition Add(WorkflowDefinition definition)
    {
        _definitions.Add(definition);
        return definition;
    }

    public WorkflowDefinition? FindVersion(string versionId) => _definitions.Find(d => d.Id == versionId);

    public WorkflowDefinition? FindPublished(string definitionId) => _definitions.FindLast(d => d.DefinitionId == definitionId);

    public WorkflowDefinition? FindPublishedByName(string name) => _definitions.FindLast(d => d.Name == name);
}
