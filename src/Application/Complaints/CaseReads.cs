using Bpm.Application.Access;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Writes down who read a strictly confidential case (B art. 7(2)): once for each request, whatever of the case a page puts together.</summary>
public sealed class CaseReads(Caller caller, IMediator mediator)
{
    private readonly HashSet<(string Reader, Guid Case)> _written = [];

    /// <summary>The caller is given something of a case to read; nothing happens where the case is not strictly confidential.</summary>
    public async Task RecordAsync(Case complaint, CancellationToken cancellationToken)
    {
        if (complaint.Level == Confidentiality.Strict && _written.Add((caller.Name, complaint.Id)))
            await mediator.Send(new RecordRead(complaint.Organisation, complaint.Id, complaint.Number), cancellationToken);
    }
}
