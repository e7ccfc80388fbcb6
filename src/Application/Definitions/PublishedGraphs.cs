using Bpm.Engine.Definitions;

namespace Bpm.Application.Definitions;

/// <summary>Compiled published workflows of an organisation, for whoever starts instances.</summary>
public sealed class PublishedGraphs(DefinitionCatalog catalog, GraphCache graphs) : IWorkflowGraphs
{
    /// <inheritdoc/>
    public WorkflowGraph? FindPublished(string definitionId, string? tenantId) =>
        catalog.PublishedVersionId(definitionId, tenantId ?? "") is { } versionId ? graphs.Get(versionId) : null;
}
