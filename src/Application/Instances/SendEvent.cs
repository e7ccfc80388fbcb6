using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Pipeline;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Expressions;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>
/// Sends an event to the workflows of the caller's organisation: it starts those that it triggers, then goes to all that wait for it, each in
/// a transaction of its own right after this one. Where nobody hears it, nothing is kept.
/// </summary>
/// <param name="CorrelationId">Only instances with this correlation id hear it, and started ones get it; null means all.</param>
/// <param name="Payload">Given to the activities; ids and codes only.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record SendEvent(string Name, string? CorrelationId, JsonElement? Payload) : ICommand<StimulusReceivers>;

public sealed class SendEventHandler(
    StimulusDelivery stimuli, ITransaction transaction, DueSignal signal, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<SendEvent, Result<StimulusReceivers>>
{
    public async Task<Result<StimulusReceivers>> Handle(SendEvent request, CancellationToken cancellationToken)
    {
        var (now, organisation) = (clock.GetUtcNow(), caller.Member.Organisation);
        var correlation = string.IsNullOrEmpty(request.CorrelationId) ? null : request.CorrelationId;
        var content = request.Payload is { } payload ? JsonValues.Read(payload) : null;
        var letter = Letter.Of(new PublishedStimulus(Stimulus.Event, request.Name, correlation, content));
        var receivers = await stimuli.AddressAsync(organisation, OrderedId.New(now).ToString("N"), letter, now, cancellationToken);
        audit.Append(AuditEntry.Record(now, organisation, caller.Name, "event.sent", $"event:{request.Name}"));
        transaction.AfterCommit(signal.Set);
        return receivers;
    }
}
