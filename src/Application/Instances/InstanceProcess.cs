using Bpm.Application.Clocks;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Storage;
using Bpm.Workflows.Instances;

namespace Bpm.Application.Instances;

/// <summary>Moves instances that are no case, within the running transaction: one burst, stored with all that it left.</summary>
public sealed class InstanceProcess(
    WorkflowRunner runner, GraphCache graphs, IInstanceStore instances, IActivations activations, BurstKeeper bursts, BusinessClock clock)
{
    /// <summary>Starts an instance and runs it until it waits, where the workflow's activation strategy allows it. A refusal has stored nothing.</summary>
    /// <param name="graph">A published version of the organisation.</param>
    /// <param name="options">Id, correlation, inputs, trigger; its <see cref="StartOptions.TenantId"/> is the organisation.</param>
    public async Task<Result<WorkflowInstance>> StartAsync(WorkflowGraph graph, StartOptions options, CancellationToken cancellationToken) =>
        await StartAsync(graph, options, Scope(options.TenantId), cancellationToken);

    /// <summary>The same with a host object of the caller's own.</summary>
    public async Task<Result<WorkflowInstance>> StartAsync(
        WorkflowGraph graph, StartOptions options, InstanceScope scope, CancellationToken cancellationToken)
    {
        if (Activation.NeedsCorrelation(graph) && string.IsNullOrWhiteSpace(options.CorrelationId))
            return new CorrelationRequired(graph.Name);
        var activation = Activation.Of(graph, scope.TenantId, options.CorrelationId);
        if (activation is not null && await activations.IsTakenAsync(activation, null, cancellationToken))
            return new NotActivated(graph.Name);
        Burst burst;
        try
        {
            burst = runner.Start(graph, options, scope);
        }
        catch (WorkflowException exception)
        {
            return new WorkflowNotStarted(exception.Message);
        }

        await bursts.KeepAsync(burst, cancellationToken);
        // Not where the first burst itself gave it another correlation id: what it would hold is not its own then.
        if (activation is not null && !burst.Instance.IsEnded && (activation.CorrelationId is null || activation.CorrelationId == burst.Instance.CorrelationId))
            await activations.HoldAsync(burst.Instance.Id, activation.Key, cancellationToken);
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
