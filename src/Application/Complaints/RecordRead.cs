using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Writes down that the caller read a strictly confidential case (B art. 7(2)).</summary>
[MayRun(Permission.Staff)]
public sealed record RecordRead(string Organisation, Guid CaseId, string Number) : ICommand<Done>;

public sealed class RecordReadHandler(IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<RecordRead, Result<Done>>
{
    public Task<Result<Done>> Handle(RecordRead request, CancellationToken cancellationToken)
    {
        audit.Append(AuditEntry.Record(
            clock.GetUtcNow(), request.Organisation, caller.Name, CaseViews.ReadAction, $"case:{request.Number}", caseId: request.CaseId));
        return Task.FromResult<Result<Done>>(default(Done));
    }
}
