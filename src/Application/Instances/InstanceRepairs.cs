using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Storage;
using Bpm.Workflows.Instances;

namespace Bpm.Application.Instances;

/// <summary>
/// What people do to instances of their organisation, and what they see of them. Where a case hangs on the instance, its confidentiality
/// rules: who may not read the case in full can mend its workflow, and sees nothing of how far it is.
/// </summary>
public sealed class InstanceRepairs(
    InstanceDesk desk, IInstanceStore instances, IActivations activations, GraphCache graphs, ICaseStore cases, CaseViews caseViews,
    IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>An instance of the caller's organisation and its case; null where there is none.</summary>
    public async Task<(WorkflowInstance Instance, Case? Complaint)?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        var instance = await instances.FindAsync(instanceId, cancellationToken);
        return instance?.TenantId == caller.Member.Organisation
            ? (instance, await cases.FindByInstanceAsync(instanceId, cancellationToken) ?? await FormerCaseAsync(instance, cancellationToken))
            : null;
    }

    // An instance that its case has left tells as much of the case as the one that runs.
    private async Task<Case?> FormerCaseAsync(WorkflowInstance instance, CancellationToken cancellationToken) =>
        instance.CorrelationId is { } number && await cases.FindByNumberAsync(number, cancellationToken) is { } complaint
            && complaint.FormerProcesses.Any(former => former.InstanceId == instance.Id)
            ? complaint
            : null;

    /// <summary>May the caller see how far an instance is?</summary>
    public bool ShowsAll(Case? complaint) => complaint is null || caseViews.LevelOf(complaint) == AccessLevel.Full;

    /// <summary>Shows an instance.</summary>
    public InstanceView View(WorkflowInstance instance, Case? complaint) =>
        InstanceView.Of(instance, caller.Home.Profile.Identity.Zone, complaint?.Number, ShowsAll(complaint));

    /// <summary>Does something to an instance and writes it down.</summary>
    /// <param name="name">Of the action in the audit trail.</param>
    /// <param name="nothing">Said where there was nothing to do.</param>
    public async Task<Result<InstanceView>> ActAsync(
        string instanceId, string name, string nothing, InstanceAction action, CancellationToken cancellationToken)
    {
        if (await FindAsync(instanceId, cancellationToken) is not var (before, complaint))
            return new InstanceNotFound();
        try
        {
            if (!await desk.ActAsync(instanceId, action, cancellationToken))
                return new InstanceUnchanged(nothing);
        }
        catch (WorkflowException exception) when (exception.GetType() == typeof(WorkflowException))
        {
            return new InstanceUnchanged(exception.Message);
        }

        audit.Append(AuditEntry.Record(
            clock.GetUtcNow(), caller.Member.Organisation, caller.Name, name, $"instance:{instanceId}", before.DefinitionId, complaint?.Id));
        return View((await instances.FindAsync(instanceId, cancellationToken))!, complaint);
    }

    /// <summary>The same, where the action may bring an ended instance back to life: not when another has taken its place.</summary>
    public async Task<Result<InstanceView>> ReviveAsync(
        string instanceId, string name, string nothing, InstanceAction action, CancellationToken cancellationToken)
    {
        if (await FindAsync(instanceId, cancellationToken) is ({ IsEnded: true } instance, null))
        {
            var graph = graphs.Get(instance.VersionId);
            if (Activation.Of(graph, instance.TenantId!, instance.CorrelationId) is { } activation
                && await activations.IsTakenAsync(activation, instanceId, cancellationToken))
                return new NotActivated(graph.Name);
        }

        return await ActAsync(instanceId, name, nothing, action, cancellationToken);
    }
}
