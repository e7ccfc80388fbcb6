using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Instances;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Storage;
using Bpm.Workflows.Http;
using MediatR;

namespace Bpm.Application.Http;

/// <summary>
/// Does the next thing to a call whose row fell due: begins an attempt, or gives the result that is already there to the activity that waits.
/// An attempt is a lease: the row stays and falls due again should the process die before the result is recorded.
/// </summary>
[MayRun(Permission.System)]
public sealed record AdvanceHttpCall(DueRow Row) : ICommand<AdvanceHttpCall.Next>
{
    /// <summary>What the caller does next.</summary>
    /// <param name="Send">The call to send now, outside the transaction; null when there is nothing to send.</param>
    public sealed record Next(HttpCall? Send);
}

public sealed class AdvanceHttpCallHandler(
    IDueRows dueRows, IHttpCalls calls, IInstanceStore instances, InstanceDesk desk, OutgoingHttp options, BusinessClock clock)
    : IRequestHandler<AdvanceHttpCall, Result<AdvanceHttpCall.Next>>
{
    private static readonly AdvanceHttpCall.Next Nothing = new((HttpCall?)null);

    // Over the attempt's own limit: a slow commit must not look like a death.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    // A faulted instance keeps its bookmarks for the day that somebody repairs it; so long its answers are kept for it.
    private static readonly TimeSpan KeptForRepair = TimeSpan.FromDays(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    // Attempts that never came to a result: the process died in each. It may be the call that kills it.
    private const int MostDeaths = 10;

    public async Task<Result<AdvanceHttpCall.Next>> Handle(AdvanceHttpCall request, CancellationToken cancellationToken)
    {
        var row = request.Row;
        if (!await dueRows.TakeAsync(row.Id, cancellationToken) || await calls.FindAsync(Guid.Parse(row.Reference), cancellationToken) is not { } call)
            return Nothing;
        if (call.Result is null && call.Attempts > options.Attempts + MostDeaths)
            call = call with { Result = HttpResult.Without(HttpOutcome.FailedToConnect) };
        if (call.Result is null)
        {
            var begun = call with { Attempts = call.Attempts + 1 };
            await calls.UpdateAsync(begun, cancellationToken);
            await PutAsync(row, clock.GetUtcNow() + options.Timeout + Slack, cancellationToken);
            return new AdvanceHttpCall.Next(begun);
        }

        var taken = await desk.ActAsync(
            call.InstanceId, (runner, graph, instance, host) => runner.Resume(graph, instance, call.Order.BookmarkId, call.Result.ToValue(), host), cancellationToken);
        if (!taken && await MayBeRepairedAsync(call, cancellationToken))
            await PutAsync(row, clock.GetUtcNow() + BetweenLooks, cancellationToken);
        else
            await calls.RemoveAsync(call.Id, cancellationToken);
        return Nothing;
    }

    private async Task<bool> MayBeRepairedAsync(HttpCall call, CancellationToken cancellationToken) =>
        call.CreatedAt + KeptForRepair > clock.GetUtcNow()
        && await instances.FindAsync(call.InstanceId, cancellationToken) is { } instance
        && instance.TryFindBookmark(call.Order.BookmarkId, out _);

    private Task PutAsync(DueRow row, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        dueRows.PutAsync(row.Kind, row.Organisation, row.Subject, row.Reference, dueAt, null, cancellationToken);
}
