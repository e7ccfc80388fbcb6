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

    /// <summary>Compiles and checks a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="published">What is published beside it: the definitions that it may use as activities.</param>
    /// <param name="home">The organisation that it is for.</param>
    /// <returns>Faults that forbid publishing, in Chinese; empty when there are none.</returns>
    public IReadOnlyList<string> Check(WorkflowDefinition definition, IEnumerable<WorkflowDefinition> published, Installed home)
    {
        var pack = new Pack(home.Directory, home.RuleSets[0], home.Forms, home.Calendar, [.. published]);
        return [.. _checker.Check(definition, pack).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message)];
    }
}
