using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>关联: ties two cases that the caller sees in full; written into both histories, harmless when repeated.</summary>
/// <param name="Kind"><c>similar</c>, <c>repeat</c>, <c>retaliation</c>, or <c>new</c> for two matters that have nothing to do with each other.</param>
/// <param name="Reason">Optional.</param>
[MayRun(Permission.Staff)]
public sealed record LinkComplaints(string Number, string To, string Kind, string? Reason) : ICommand<CaseView>;

public sealed class LinkComplaintsHandler(CaseLinks links, CaseDesk desk) : IRequestHandler<LinkComplaints, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(LinkComplaints request, CancellationToken cancellationToken)
    {
        var complaint = await desk.FindAsync(request.Number, cancellationToken);
        if (complaint is null)
            return new CaseNotFound();
        var tied = await links.TieAsync(complaint, request.To, request.Kind, request.Reason, nameof(request.To), cancellationToken);
        return tied.IsRefused ? tied.Refusal : await desk.ShowAsync(complaint, cancellationToken);
    }
}
