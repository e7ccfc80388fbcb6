using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Execution;

/// <content>Bursts within this one.</content>
internal sealed partial class BurstExecution
{
    /// <summary>The burst in which this one runs, or null.</summary>
    public BurstExecution? Around { get; init; }

    public required WorkflowRunner Runner { get; init; }

    private int Nesting => Around is null ? 0 : Around.Nesting + 1;

    /// <summary>Runs a new instance within this burst until it waits or ends.</summary>
    public WorkflowInstance Nest(WorkflowGraph child, StartOptions options)
    {
        if (Nesting >= Runner.Options.MaxNesting)
            throw new ActivityFaultException(
                $"流程在同一次运行中层层调用，已有 {Runner.Options.MaxNesting} 层，不再启动流程 “{child.Name}”（{child.DefinitionId}）。请检查流程之间是否循环调用。");
        var nested = Runner.StartWithin(this, child, options, (host as IParentHost)?.ForChild(child, options));
        burst.Children.Add(nested);
        return nested.Instance;
    }

    /// <summary>Counts a step here and in every burst around. False where the limit is passed.</summary>
    private bool CountStep()
    {
        var within = true;
        for (var execution = this; execution is not null; execution = execution.Around)
            within &= ++execution._steps <= options.MaxSteps;
        return within;
    }
}
