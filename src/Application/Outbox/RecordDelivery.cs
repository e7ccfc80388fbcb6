using Bpm.Application.Access;
using Bpm.Application.Due;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Outbox;

/// <summary>Records what became of an attempt to deliver a message, and when to try again.</summary>
/// <param name="Row">The due row of the attempt.</param>
/// <param name="Error">Null when it was delivered.</param>
/// <param name="At">Business time of the attempt.</param>
[MayRun(Permission.System)]
public sealed record RecordDelivery(DueRow Row, string? Error, DateTimeOffset At) : ICommand<Done>;

public sealed class RecordDeliveryHandler(IOutbox outbox, IDueRows dueRows) : IRequestHandler<RecordDelivery, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordDelivery request, CancellationToken cancellationToken)
    {
        var row = request.Row;
        if (!await dueRows.TakeAsync(row.Id, cancellationToken))
            return default(Done);
        var message = await outbox.FindAsync(Guid.Parse(row.Reference), cancellationToken);
        if (message is null || message.State == OutboxState.Delivered)
            return default(Done);
        if (request.Error is null)
            message.Delivered(request.At);
        else if (message.Failed(request.Error) is { } wait)
            await dueRows.PutAsync(row.Kind, row.Organisation, row.Subject, row.Reference, request.At + wait, row.Payload, cancellationToken);
        return default(Done);
    }
}
