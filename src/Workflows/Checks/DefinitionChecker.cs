using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Checks;

/// <summary>Looks for everything that would go wrong if a definition were published. Pure; thread-safe.</summary>
public sealed class DefinitionChecker(GraphCompiler compiler)
{
    private static readonly ICheck[] _checks =
    [
        new StepCheck(), new CandidateCheck(), new FormCheck(), new CaptureCheck(), new ReferenceCheck(), new ScriptCheck(),
        new DeadEndCheck(), new ParallelEndCheck(), new LoopCheck(), new LoopJoinCheck(), new ClosingCheck(),
    ];

    /// <summary>Checks every definition of a pack.</summary>
    public IReadOnlyList<Finding> CheckAll(Pack pack) => [.. pack.Definitions.SelectMany(definition => Check(definition, pack))];

    /// <summary>Checks one definition against its pack; it need not be in the pack yet.</summary>
    public IReadOnlyList<Finding> Check(WorkflowDefinition definition, Pack pack)
    {
        var others = pack.Definitions.Where(d => d.DefinitionId != definition.DefinitionId);
        var source = new DefinitionSet([definition, .. others]);
        WorkflowGraph graph;
        try
        {
            graph = compiler.Compile(definition, source);
        }
        catch (InvalidDefinitionException e)
        {
            return [.. e.Errors.Select(error => Compiled(definition, error, "DEFINITION-INVALID"))];
        }

        var definitionChecked = new Checked(graph, pack, Steps(graph, others, source));
        return
        [
            .. graph.Warnings.Where(w => IsOwn(graph, w)).Select(warning => Compiled(definition, warning, "FLOW-INVALID")),
            .. _checks.SelectMany(check => check.Run(definitionChecked)),
        ];
    }

    private static bool IsOwn(WorkflowGraph graph, DefinitionError warning) =>
        !graph.Children.Keys.Any(child => warning.Path == child || warning.Path.StartsWith(child + ":", StringComparison.Ordinal));

    private static Finding Compiled(WorkflowDefinition definition, DefinitionError error, string code)
    {
        // What is wrong with the drawing as a whole is reported at its outermost flowchart, whose id says nothing to people.
        var activity = error.ActivityId is { } id && definition.Json.GetProperty("root").TryGetProperty("id", out var root) && root.ValueEquals(id) ? null : error.ActivityId;
        return new(Severity.Error, code, definition.DefinitionId, activity, $"流程“{definition.Name}”{(activity is null ? "" : $"的“{activity}”")}：{error.Message}");
    }

    private HashSet<string> Steps(WorkflowGraph graph, IEnumerable<WorkflowDefinition> others, DefinitionSet source)
    {
        var steps = StepsOf(graph).ToHashSet(StringComparer.Ordinal);
        foreach (var other in others)
        {
            try
            {
                steps.UnionWith(StepsOf(compiler.Compile(other, source)));
            }
            catch (InvalidDefinitionException)
            {
                // Its own check tells why it cannot be compiled.
            }
        }

        return steps;
    }

    private static IEnumerable<string> StepsOf(WorkflowGraph graph) => graph.Nodes.Select(n => n.Activity).OfType<HumanTaskActivity>().Select(a => a.Step);
}
