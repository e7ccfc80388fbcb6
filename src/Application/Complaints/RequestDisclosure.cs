using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Asks to give something of a case out of the company (B art. 7(2)); the case's process has somebody else decide, beside all other work.</summary>
/// <param name="Recipient">提供给谁.</param>
/// <param name="Scope">提供内容.</param>
/// <param name="Reason">Required.</param>
[MayRun(Permission.Staff)]
public sealed record RequestDisclosure(string Number, string Recipient, string Scope, string? Reason) : ICommand<CaseView>;

public sealed class RequestDisclosureHandler(CaseDesk desk, CaseProcess process, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RequestDisclosure, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(RequestDisclosure request, CancellationToken cancellationToken)
    {
        var complaint = await desk.FindAsync(request.Number, cancellationToken);
        if (complaint is null)
            return new CaseNotFound();
        // Whoever decides looks for the next request afterwards: only the first has to wake the process.
        var wakes = complaint.PendingDisclosure is null;
        var asked = complaint.AskDisclosure(new(request.Recipient, request.Scope, request.Reason), caller.Name, clock.GetUtcNow());
        if (asked.IsRefused)
            return asked.Refusal;
        audit.Append(AuditEntry.Record(
            clock.GetUtcNow(), complaint.Organisation, caller.Name, "disclosure.requested", $"disclosure:{asked.Value.Id:N}", caseId: complaint.Id));
        if (wakes && !await process.HearDisclosureAsync(complaint, cancellationToken))
            return new DisclosureNotForeseen();
        return await desk.ShowAsync(complaint, cancellationToken);
    }
}
