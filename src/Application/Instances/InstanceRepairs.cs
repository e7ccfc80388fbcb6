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
/// rules: who may not read a confidential case in full can mend its workflow, and sees nothing of how far it is.
/// </summary>
public sealed class InstanceRepairs(
    InstanceDesk desk, IInstanceStore instances, IActivations activations, GraphCache graphs, ICaseStore cases, CaseViews caseViews,
    IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Most instances that one request may change.</summary>
    public const int MostAtOnce = 500;

    internal const string ReasonTooLong = "原因不超过 500 个字。";
    internal const string TooManyAtOnce = "一次最多处理 500 个实例，请分批。";

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

    /// <summary>
    /// May the caller see how far an instance is? Steps, outcomes and codes of an open case tell nothing that its customer said: whoever looks
    /// after the workflows sees them, but for the accused.
    /// </summary>
    public bool ShowsAll(Case? complaint) =>
        ShowsValues(complaint) || (complaint!.Level == Confidentiality.Open && !complaint.Accused.Contains(caller.Name));

    /// <summary>May the caller see what a workflow has had recorded of the case, which may be its text?</summary>
    public bool ShowsValues(Case? complaint) => complaint is null || caseViews.LevelOf(complaint) == AccessLevel.Full;

    /// <summary>Shows an instance.</summary>
    public InstanceView View(WorkflowInstance instance, Case? complaint) =>
        InstanceView.Of(instance, caller.Home.Profile.Identity.Zone, complaint?.Number, ShowsAll(complaint));

    /// <summary>Does something to an instance and writes it down.</summary>
    /// <param name="name">Of the action in the audit trail.</param>
    /// <param name="nothing">Said where there was nothing to do.</param>
    /// <param name="reason">Why, in the words of who does it; null where nobody said.</param>
    public async Task<Result<InstanceView>> ActAsync(
        string instanceId, string name, string nothing, InstanceAction action, CancellationToken cancellationToken, string? reason = null)
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
            clock.GetUtcNow(), caller.Member.Organisation, caller.Name, name, $"instance:{instanceId}", Detail(before.DefinitionId, reason), complaint?.Id));
        return View((await instances.FindAsync(instanceId, cancellationToken))!, complaint);
    }

    /// <summary>Cancels an instance that is no case.</summary>
    /// <param name="reason">Why, in the words of who does it; null where nobody said.</param>
    public async Task<Result<InstanceView>> CancelAsync(string instanceId, string? reason, CancellationToken cancellationToken) =>
        await FindAsync(instanceId, cancellationToken) is (_, { } complaint)
            ? new InstanceOfCase(complaint.Number)
            : await ActAsync(
                instanceId, "instance.cancelled", "流程实例已经结束，不能再取消。", (runner, graph, instance, host) => runner.Cancel(graph, instance, host),
                cancellationToken, reason);

    /// <summary>What the audit trail says of an act beyond its name.</summary>
    internal static string Detail(string definitionId, string? reason) => string.IsNullOrWhiteSpace(reason) ? definitionId : $"{definitionId}：{reason.Trim()}";

    /// <summary>The same, where the action may bring an ended instance back to life: not when another has taken its place.</summary>
    public async Task<Result<InstanceView>> ReviveAsync(
        string instanceId, string name, string nothing, InstanceAction action, CancellationToken cancellationToken, string? reason = null)
    {
        if (await FindAsync(instanceId, cancellationToken) is ({ IsEnded: true } instance, null))
        {
            var graph = graphs.Get(instance.VersionId);
            if (Activation.Of(graph, instance.TenantId!, instance.CorrelationId) is { } activation
                && await activations.IsTakenAsync(activation, instanceId, cancellationToken))
                return new NotActivated(graph.Name);
        }

        return await ActAsync(instanceId, name, nothing, action, cancellationToken, reason);
    }
}
