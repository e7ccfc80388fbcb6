using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Instances;
using Bpm.Application.Outbox;
using Bpm.Application.Penalties;
using Bpm.Application.Reports;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Storage;
using Bpm.Workflows.Cases;
using Bpm.Workflows.Instances;

namespace Bpm.Application.Complaints;

/// <summary>
/// Moves the workflow of a case within the running transaction, and hands all that the bursts left (instance, audit, outbox, due times of
/// clocks) to the stores. Every change of a case's clocks goes through here, so that due rows and clocks never drift apart.
/// </summary>
public sealed class CaseProcess(
    CaseRunner runner, GraphCache graphs, IInstanceStore instances, BurstKeeper bursts, OrganisationRegistry organisations, IDueRows dueRows,
    IOutbox outbox, IAuditLog audit, ReportDesk reports, PublicationDesk publications, PenaltyWatch penalties, ITransaction transaction, DueSignal signal,
    Caller caller, BusinessClock clock)
{
    /// <summary>Starts the workflow of a case that was just registered.</summary>
    /// <param name="complaint">The case.</param>
    /// <param name="versionId">The published version that it runs on to its end.</param>
    /// <param name="firstReplyGiven">The registrar has given the first reply already.</param>
    /// <returns>The new instance.</returns>
    public async Task<WorkflowInstance?> StartAsync(Case complaint, string versionId, bool firstReplyGiven, CancellationToken cancellationToken) =>
        await RunAsync(complaint, scope => runner.Start(graphs.Get(versionId), scope), firstReplyGiven, cancellationToken);

    /// <summary>Goes on after a human task was completed.</summary>
    public async Task ContinueAsync(Case complaint, HumanTask task, CancellationToken cancellationToken)
    {
        var instance = await InstanceAsync(complaint, cancellationToken);
        var (mark, final) = (complaint.Mark(), false);
        await RunAsync(
            complaint, scope => runner.Completed(graphs.Get(instance.VersionId), instance, task, scope), false, cancellationToken,
            done: scope => final = scope.Reports.Count > 0 || scope.Publications.Count > 0);
        task.Note(complaint.EffectsSince(mark, final));
    }

    /// <summary>Completed tasks whose steps the process can go back to from a task; the latest first.</summary>
    public async Task<IReadOnlyList<HumanTask>> ReturnableAsync(Case complaint, HumanTask from, CancellationToken cancellationToken)
    {
        var instance = await InstanceAsync(complaint, cancellationToken);
        return CaseReturns.Of(graphs.Get(instance.VersionId), instance, complaint, from);
    }

    /// <summary>Goes back from a task to the step of one that was completed before (退回), or that was taken back and is waited for again (撤回).</summary>
    /// <returns>False where no way leads back; then the transaction is to be given up.</returns>
    public async Task<bool> GoBackAsync(Case complaint, HumanTask from, HumanTask to, CancellationToken cancellationToken)
    {
        var instance = await InstanceAsync(complaint, cancellationToken);
        var (takenBack, known) = (to.State != TaskState.Completed, complaint.Tasks.Count);
        var waitedFor = to.BookmarkId;
        await RunAsync(
            complaint,
            scope =>
            {
                scope.TakenBack = takenBack ? to : null;
                return runner.GoBack(graphs.Get(instance.VersionId), instance, from, to, scope);
            },
            false, cancellationToken);
        return !from.IsActive
            && (takenBack ? to.BookmarkId != waitedFor : complaint.Tasks.Skip(known).Any(task => task.IsActive && task.NodePath == to.NodePath));
    }

    /// <summary>
    /// Does to the instance of a case what is done to any instance: a timer, a stimulus, a repair. What is overdue on the clocks comes first.
    /// </summary>
    /// <returns>False when there was nothing to do, for example because the bookmark is gone.</returns>
    public async Task<bool> ActAsync(Case complaint, InstanceAction action, CancellationToken cancellationToken)
    {
        await CatchUpAsync(complaint, cancellationToken);
        var instance = await InstanceAsync(complaint, cancellationToken);
        return await RunAsync(complaint, scope => runner.Act(graphs.Get(instance.VersionId), instance, action, scope), false, cancellationToken) is not null;
    }

    /// <summary>Fires what is due on one clock of the case; the worker calls it at the clock's next threshold.</summary>
    public async Task ClockAsync(Case complaint, Guid clockId, CancellationToken cancellationToken)
    {
        if (complaint.Clocks.FirstOrDefault(running => running.Id == clockId) is not { NextAt: { } next })
            return;
        if (next > clock.GetUtcNow())
            await dueRows.PutAsync(DueKind.Clock, complaint.Organisation, complaint.Id.ToString("N"), clockId.ToString("N"), next, null, cancellationToken);
        else
            await CatchUpAsync(complaint, cancellationToken);
    }

    /// <summary>
    /// Fires what is overdue on the case's clocks before anything else happens to it, so that an action never overtakes a due time that the
    /// worker has not reached yet.
    /// </summary>
    public async Task CatchUpAsync(Case complaint, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!complaint.Clocks.Any(running => running.NextAt <= now))
            return;
        var instance = await InstanceAsync(complaint, cancellationToken);
        await RunAsync(complaint, scope => Fire(scope, instance), false, cancellationToken);
    }

    /// <summary>The calendar has changed: the clocks that run are computed anew from their starts. What was overdue before comes first.</summary>
    public async Task FollowCalendarAsync(Case complaint, CancellationToken cancellationToken)
    {
        await CatchUpAsync(complaint, cancellationToken);
        await RunAsync(complaint, scope => { scope.FollowCalendar(); return []; }, false, cancellationToken);
    }

    /// <summary>Merges a case into another one and cancels its instance. What is overdue on its clocks comes first.</summary>
    public async Task<Result<Done>> MergeAsync(Case complaint, Case main, CancellationToken cancellationToken)
    {
        await CatchUpAsync(complaint, cancellationToken);
        var instance = await InstanceAsync(complaint, cancellationToken);
        Result<Done> merged = default(Done);
        await RunAsync(
            complaint,
            scope => (merged = scope.MergeInto(main)).IsRefused ? [] : runner.Cancel(graphs.Get(instance.VersionId), instance, scope),
            false, cancellationToken);
        return merged;
    }

    /// <summary>
    /// Starts the workflow of a case that was just registered and merges the case in the same breath. What its first steps ordered of outside
    /// systems beside words to the customer is not sent: whose work it would be has the main case.
    /// </summary>
    /// <returns>The instance, which has ended.</returns>
    public async Task<Result<WorkflowInstance>> StartMergedAsync(
        Case complaint, string versionId, bool firstReplyGiven, Case main, CancellationToken cancellationToken)
    {
        Result<Done> merged = default(Done);
        var instance = await RunAsync(complaint, StartAndMerge, firstReplyGiven, cancellationToken);
        return merged.IsRefused ? merged.Refusal : instance!;

        IEnumerable<Burst> StartAndMerge(CaseScope scope)
        {
            var graph = graphs.Get(versionId);
            Burst? last = null;
            foreach (var burst in runner.Start(graph, scope))
                yield return last = burst;
            merged = scope.MergeInto(main);
            if (merged.IsRefused)
                yield break;
            scope.Outbox.RemoveAll(request => request.Kind != OutboxRequest.Reply);
            foreach (var burst in runner.Cancel(graph, last!.Instance, scope))
                yield return burst;
        }
    }

    /// <summary>
    /// Corrects a case with its clocks. Where it must change its process, the instance is cancelled and the case waits for <see cref="RestartAsync"/>.
    /// </summary>
    public async Task<Result<Corrected>> CorrectAsync(Case complaint, Correction correction, CancellationToken cancellationToken)
    {
        await CatchUpAsync(complaint, cancellationToken);
        var instance = await InstanceAsync(complaint, cancellationToken);
        Result<Corrected> corrected = null!;
        await RunAsync(
            complaint,
            scope =>
            {
                corrected = scope.Correct(correction);
                if (corrected.IsRefused)
                    return [];
                return corrected.Value.NewDefinitionId is null
                    ? runner.Signals(graphs.Get(instance.VersionId), instance, scope)
                    : runner.Cancel(graphs.Get(instance.VersionId), instance, scope);
            },
            false, cancellationToken);
        return corrected;
    }

    /// <summary>Starts another process on a case whose instance was cancelled.</summary>
    public Task<WorkflowInstance?> RestartAsync(Case complaint, string definitionId, string versionId, CancellationToken cancellationToken)
    {
        complaint.LeaveProcess(definitionId, clock.GetUtcNow());
        return StartAsync(complaint, versionId, false, cancellationToken);
    }

    /// <summary>Tells the customer of a case something outside its process, which may have ended.</summary>
    /// <exception cref="WorkflowException">The text cannot be a reply.</exception>
    public Task TellAsync(Case complaint, string kind, string text, string by, CancellationToken cancellationToken) => RunAsync(
        complaint,
        scope => scope.WriteReply(kind, text, by).Refusal is { } refusal ? throw new WorkflowException(refusal.Message) : [],
        false, cancellationToken);

    /// <summary>Stores what an action of people does to the clocks of a case (延期, 暂停, 恢复).</summary>
    public Task WatchClocksAsync(Case complaint, Action act, CancellationToken cancellationToken) => RunAsync(
        complaint,
        _ =>
        {
            act();
            return [];
        },
        false, cancellationToken);

    /// <summary>Wakes what waits in the case's process for a request for disclosure.</summary>
    /// <returns>False when nothing waits.</returns>
    public async Task<bool> HearDisclosureAsync(Case complaint, CancellationToken cancellationToken)
    {
        await CatchUpAsync(complaint, cancellationToken);
        var instance = await InstanceAsync(complaint, cancellationToken);
        return await RunAsync(
            complaint, scope => runner.Hear(graphs.Get(instance.VersionId), instance, scope, CaseScope.DisclosureRequested), false, cancellationToken) is not null;
    }

    private IEnumerable<Burst> Fire(CaseScope scope, WorkflowInstance instance)
    {
        foreach (var running in scope.Complaint.Clocks.Where(running => running.NextAt <= scope.Now).OrderBy(running => running.NextAt).ToList())
            scope.Fire(running);
        return runner.Signals(graphs.Get(instance.VersionId), instance, scope);
    }

    private async Task<WorkflowInstance> InstanceAsync(Case complaint, CancellationToken cancellationToken) =>
        await instances.FindAsync(complaint.InstanceId, cancellationToken)
        ?? throw new WorkflowException($"Case {complaint.Number} has lost its workflow instance {complaint.InstanceId}.");

    private async Task<WorkflowInstance?> RunAsync(Case complaint, Func<CaseScope, IEnumerable<Burst>> run, bool firstReplyGiven, CancellationToken cancellationToken, Action<CaseScope>? done = null)
    {
        var home = organisations.Of(complaint.Organisation);
        var scope = new CaseScope
        {
            Complaint = complaint,
            Directory = home.Directory,
            Forms = home.Forms,
            Rules = home.RulesFor(complaint.ReceivedAt),
            Calendar = home.Calendar,
            Now = clock.GetUtcNow(),
            Actor = caller.Name,
            FirstReplyGiven = firstReplyGiven,
        };
        var before = complaint.Clocks.ToDictionary(running => running.Id, running => running.NextAt);
        var breached = complaint.Clocks.Where(running => running.BreachedAt is not null).Select(running => running.Id).ToHashSet();
        var replies = complaint.Replies.Count;
        WorkflowInstance? instance = null;
        // Each burst is stored before the next one runs: the runner makes them one by one.
        foreach (var burst in run(scope))
        {
            instance = burst.Instance;
            await bursts.KeepAsync(burst, cancellationToken);
        }

        scope.Audit.ForEach(audit.Append);
        await StoreClocksAsync(complaint, before, cancellationToken);
        await penalties.FollowAsync(complaint, breached, cancellationToken);
        await StoreOutboxAsync(complaint, scope, cancellationToken);
        foreach (var request in scope.Reports)
            await reports.FulfilAsync(home, complaint, request, scope.Actor, scope.Now, cancellationToken);
        foreach (var decision in scope.Publications)
            await publications.DecideAsync(home, complaint, decision, scope.Actor, scope.Now, cancellationToken);
        await StoreCopiesAsync(complaint, replies, scope.Now, cancellationToken);
        done?.Invoke(scope);
        return instance;
    }

    private async Task StoreClocksAsync(Case complaint, Dictionary<Guid, DateTimeOffset?> before, CancellationToken cancellationToken)
    {
        foreach (var running in complaint.Clocks)
        {
            var known = before.TryGetValue(running.Id, out var was);
            if (known && was == running.NextAt)
                continue;
            var (subject, reference) = (complaint.Id.ToString("N"), running.Id.ToString("N"));
            if (running.NextAt is { } next)
                await dueRows.PutAsync(DueKind.Clock, complaint.Organisation, subject, reference, next, null, cancellationToken);
            else if (known)
                await dueRows.RemoveAsync(DueKind.Clock, subject, reference, cancellationToken);
            Wake();
        }
    }

    private async Task StoreOutboxAsync(Case complaint, CaseScope scope, CancellationToken cancellationToken)
    {
        foreach (var request in scope.Outbox)
        {
            var message = new OutboxMessage(complaint.Organisation, complaint.Id, request.System, request.Kind, request.Reference, scope.Now);
            outbox.Add(message);
            await dueRows.PutAsync(
                DueKind.Outbox, complaint.Organisation, complaint.Id.ToString("N"), message.Id.ToString("N"), scope.Now, null, cancellationToken);
            Wake();
        }
    }

    // Customers whose cases were merged into this one hear what its customer hears, each in a transaction of its own.
    private async Task StoreCopiesAsync(Case complaint, int known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reply in complaint.Replies.Skip(known).Where(CopyReply.Concerns))
        {
            foreach (var merged in complaint.Links.Where(link => link.Kind == LinkKinds.MergedFrom))
            {
                await dueRows.PutAsync(
                    DueKind.ReplyCopy, complaint.Organisation, complaint.Id.ToString("N"), CopyReply.Reference(reply, merged.OtherNumber), now, null, cancellationToken);
                Wake();
            }
        }
    }

    private void Wake() => transaction.AfterCommit(signal.Set);
}
