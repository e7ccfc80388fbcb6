namespace Bpm.Engine.Definitions;

/// <summary>Published workflows that a running one may start as instances of their own.</summary>
public interface IWorkflowGraphs
{
    /// <summary>The compiled published version of a definition; null where there is none for this tenant.</summary>
    /// <exception cref="InvalidDefinitionException">It cannot be run.</exception>
    WorkflowGraph? FindPublished(string definitionId, string? tenantId);
}
