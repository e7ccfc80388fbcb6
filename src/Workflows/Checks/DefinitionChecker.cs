using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Drawings;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Checks;

/// <summary>Looks for everything that would go wrong if a definition were published. Pure; thread-safe.</summary>
public sealed class DefinitionChecker(GraphCompiler compiler)
{
    private static readonly ICheck[] _checks =
    [
        new StepCheck(), new CandidateCheck(), new FormCheck(), new CaptureCheck(), new ReferenceCheck(), new StartedWorkflowCheck(), new ScriptCheck(),
        new DeadEndCheck(), new ParallelEndCheck(), new LoopCheck(), new LoopJoinCheck(), new TokenMergeCheck(), new ClosingCheck(),
        new CategoryStartCheck(), new DutyCheck(), new ShownClockCheck(), new JoinCheck(), new EndlessLoopCheck(), new StartedClockCheck(), new TimeoutCheck(),
    ];

    // Elsa lets a path stop, an end cut others off, a loop go on: only where a case hangs on it is that a fault.
    private static readonly Type[] _forCasesOnly = [typeof(DeadEndCheck), typeof(ParallelEndCheck), typeof(LoopCheck), typeof(LoopJoinCheck), typeof(EndlessLoopCheck)];

    /// <summary>Checks every definition of a pack.</summary>
    public IReadOnlyList<Finding> CheckAll(Pack pack) => [.. pack.Definitions.SelectMany(definition => Check(definition, pack))];

    /// <summary>Checks one definition against its pack; it need not be in the pack yet.</summary>
    public IReadOnlyList<Finding> Check(WorkflowDefinition definition, Pack pack)
    {
        var others = pack.Definitions.Where(d => d.DefinitionId != definition.DefinitionId);
        var source = new DefinitionSet([definition, .. others]);
        var drawn = DrawnDefinition.Of(definition);
        WorkflowGraph graph;
        try
        {
            graph = compiler.Compile(definition, source);
        }
        catch (InvalidDefinitionException e)
        {
            return [.. e.Errors.Select(error => FindingText.Compiled(drawn, error))];
        }

        var definitionChecked = new Checked(graph, pack, Steps(graph, others), drawn);
        return
        [
            .. graph.Warnings.Where(w => IsOwn(graph, w)).Select(warning => FindingText.Compiled(drawn, warning)),
            .. _checks.Where(check => definitionChecked.IsForCases || !_forCasesOnly.Contains(check.GetType())).SelectMany(check => check.Run(definitionChecked)),
        ];
    }

    private static bool IsOwn(WorkflowGraph graph, DefinitionError warning) =>
        !graph.Children.Keys.Any(child => warning.Path.StartsWith(child + ":", StringComparison.Ordinal));

    private static HashSet<string> Steps(WorkflowGraph graph, IEnumerable<WorkflowDefinition> others) =>
        graph.Nodes.Select(node => node.Activity).OfType<HumanTaskActivity>().Select(activity => activity.Step)
            .Concat(others.SelectMany(other => StepsOf(other.Json)))
            .ToHashSet(StringComparer.Ordinal);

    // Read from the drawing: compiling every other definition for its step codes would cost more than all checks together.
    private static IEnumerable<string> StepsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(StepsOf),
        JsonValueKind.Object => (StepOf(json) is { } step ? [step] : Enumerable.Empty<string>())
            .Concat(json.EnumerateObject().SelectMany(property => StepsOf(property.Value))),
        _ => [],
    };

    private static string? StepOf(JsonElement json) =>
        json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(HumanTaskActivity.TypeName)
        && json.TryGetProperty("step", out var input) && input.ValueKind == JsonValueKind.Object
        && input.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
