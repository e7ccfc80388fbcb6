using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Pipeline;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Workflows.Http;
using MediatR;

namespace Bpm.Application.Http;

/// <summary>Records what became of an attempt: the first result that counts is kept, however often the call was sent.</summary>
[MayRun(Permission.System)]
public sealed record RecordHttpResult(Guid CallId, HttpResult Attempt) : ICommand<Done>;

public sealed class RecordHttpResultHandler(
    IDueRows dueRows, IHttpCalls calls, OutgoingHttp options, BusinessClock clock, ITransaction transaction, DueSignal signal)
    : IRequestHandler<RecordHttpResult, Result<Done>>
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    public async Task<Result<Done>> Handle(RecordHttpResult request, CancellationToken cancellationToken)
    {
        if (await calls.FindAsync(request.CallId, cancellationToken) is not { Result: null } call)
            return default(Done);
        var now = clock.GetUtcNow();
        if (request.Attempt.Outcome == HttpOutcome.FailedToConnect && call.Attempts < options.Attempts)
        {
            await PutAsync(call, now + (FirstWait * Math.Pow(2, call.Attempts - 1)), cancellationToken);
            return default(Done);
        }

        await calls.UpdateAsync(call with { Result = request.Attempt }, cancellationToken);
        await PutAsync(call, now, cancellationToken);
        transaction.AfterCommit(signal.Set);
        return default(Done);
    }

    private Task PutAsync(HttpCall call, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        dueRows.PutAsync(DueKind.HttpCall, call.Organisation, call.InstanceId, call.Id.ToString("N"), dueAt, null, cancellationToken);
}
