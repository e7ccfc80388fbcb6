namespace Bpm.Engine.Definitions;

/// <summary>Where the compiler finds child workflows. Synchronous, because a burst does no I/O: the implementer caches.</summary>
public interface IDefinitionSource
{
    /// <summary>The version with this version id, or null.</summary>
    WorkflowDefinition? FindVersion(string versionId);

    /// <summary>The published version of a definition, or null.</summary>
    WorkflowDefinition? FindPublished(string definitionId);

    /// <summary>The published version whose name is <paramref name="name"/>, or null. A node may name its child workflow by type.</summary>
    WorkflowDefinition? FindPublishedByName(string name) => null;
}
