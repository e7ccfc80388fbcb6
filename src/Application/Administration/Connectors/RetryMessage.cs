using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Outbox;
using Bpm.Application.Pipeline;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Administration.Connectors;

/// <summary>Tries a message again now, whether it was given up or waits for its next attempt.</summary>
[MayRun(Permission.Administer)]
public sealed record RetryMessage(Guid Id) : ICommand<Done>;

/// <summary>The outside system has it already.</summary>
public sealed record MessageDelivered() : Refusal("MESSAGE-DELIVERED", "这条消息已经送达，不需要重试；请刷新页面。", RefusalKind.Conflict);

public sealed class RetryMessageHandler(IOutbox outbox, IDueRows dueRows, ITransaction transaction, DueSignal signal, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RetryMessage, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryMessage request, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(request.Id, cancellationToken) is not { } message || message.Organisation != caller.Member.Organisation)
            return new EntryNotFound("消息", request.Id.ToString("N"));
        if (message.State == OutboxState.Delivered)
            return new MessageDelivered();
        message.TryAgain();
        var now = clock.GetUtcNow();
        await dueRows.PutAsync(DueKind.Outbox, message.Organisation, message.CaseId.ToString("N"), message.Id.ToString("N"), now, null, cancellationToken);
        audit.Append(AuditEntry.Record(now, message.Organisation, caller.Name, "admin.message-retried", $"message:{message.Id:N}", message.System, message.CaseId));
        transaction.AfterCommit(signal.Set);
        return default(Done);
    }
}
