using Bpm.Application.Installation;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Checks;
using Bpm.Workflows.Packs;

namespace Bpm.Application.Definitions;

/// <summary>What a definition must pass before cases run it: the engine can run it, and it fits its organisation.</summary>
public sealed class DefinitionGate(GraphCompiler compiler)
{
    private readonly DefinitionChecker _checker = new(compiler);

    /// <summary>The definition with the versions of its common parts written into it.</summary>
    public WorkflowDefinition Pin(WorkflowDefinition definition, IDefinitionSource published) => compiler.Pin(definition, published);

    /// <summary>The graph of a definition that has passed.</summary>
    public WorkflowGraph Compile(WorkflowDefinition definition, IEnumerable<WorkflowDefinition> published) =>
        compiler.Compile(definition, new DefinitionSet([definition, .. published]));

    /// <summary>
    /// What of a definition the engine does not run at all: types of activities and of expressions. In Chinese, empty when there is nothing.
    /// </summary>
    /// <param name="names">Names of the workflows that may be used as activities.</param>
    public IReadOnlyList<string> Unsupported(WorkflowDefinition definition, IReadOnlySet<string> names) => compiler.Unsupported(definition, names);

    /// <summary>Everything that is wrong or doubtful.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="published">What is published beside it.</param>
    /// <param name="home">The organisation that it is for.</param>
    public IReadOnlyList<Finding> Findings(WorkflowDefinition definition, IEnumerable<WorkflowDefinition> published, Installed home) =>
        _checker.Check(definition, new Pack(home.Directory, home.RuleSets[0], home.Forms, home.Calendar, [.. published]));

    /// <summary>Faults of a stored draft as it would be published now.</summary>
    public async Task<IReadOnlyList<string>> CheckStoredAsync(IDefinitionStore store, DefinitionRecord draft, Installed home, CancellationToken cancellationToken) =>
        [.. (await FindingsAsync(store, draft, home, cancellationToken)).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message)];

    /// <summary>Everything that is wrong or doubtful with a stored version, were it published now.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(IDefinitionStore store, DefinitionRecord record, Installed home, CancellationToken cancellationToken)
    {
        var published = (await store.PublishedAsync(home.Code, cancellationToken))
            .Where(other => other.DefinitionId != record.DefinitionId).Select(other => WorkflowDefinition.Parse(other.Json)).ToList();
        var pinned = Pin(WorkflowDefinition.Parse(record.Json), new DefinitionSet(published));
        return Findings(pinned.With(pinned.Id, pinned.Version, isLatest: true, isPublished: true), published, home);
    }

    /// <summary>Compiles and checks a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="published">What is published beside it: the definitions that it may use as activities.</param>
    /// <param name="home">The organisation that it is for.</param>
    /// <returns>Faults that forbid publishing, in Chinese; empty when there are none.</returns>
    public IReadOnlyList<string> Check(WorkflowDefinition definition, IEnumerable<WorkflowDefinition> published, Installed home) =>
        [.. Findings(definition, published, home).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message)];
}
