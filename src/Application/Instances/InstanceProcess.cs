using Bpm.Application.Clocks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.Workflows.Instances;

namespace Bpm.Application.Instances;

/// <summary>Moves instances that are no case, within the running transaction: one burst, stored with all that it left.</summary>
public sealed class InstanceProcess(WorkflowRunner runner, GraphCache graphs, IInstanceStore instances, BurstKeeper bursts, BusinessClock clock)
{
    /// <summary>Starts an instance and runs it until it waits.</summary>
    /// <param name="graph">A published version of the organisation.</param>
    /// <param name="options">Id, correlation, inputs, trigger; its <see cref="StartOptions.TenantId"/> is the organisation.</param>
    public async Task<WorkflowInstance> StartAsync(WorkflowGraph graph, StartOptions options, CancellationToken cancellationToken)
    {
        var burst = runner.Start(graph, options, Scope(options.TenantId));
        await bursts.KeepAsync(burst, cancellationToken);
        return burst.Instance;
    }

    /// <summary>Does something to an instance.</summary>
    /// <returns>False when there is no such instance, or nothing to do.</returns>
    public async Task<bool> ActAsync(string instanceId, InstanceAction action, CancellationToken cancellationToken)
    {
        if (await instances.FindAsync(instanceId, cancellationToken) is not { } instance)
            return false;
        var burst = action(runner, graphs.Get(instance.VersionId), instance, Scope(instance.TenantId));
        await bursts.KeepAsync(burst, cancellationToken);
        return burst.Changed;
    }

    private InstanceScope Scope(string? tenantId) => new() { TenantId = tenantId ?? "", Now = clock.GetUtcNow() };
}
