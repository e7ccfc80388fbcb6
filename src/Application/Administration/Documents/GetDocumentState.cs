using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Documents;

/// <summary>Who changed a document of the caller's organisation, when and why.</summary>
/// <param name="Kind"><c>organisation</c>, <c>forms</c> or <c>calendar</c>.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record GetDocumentState(string Kind) : IQuery<DocumentState>;

public sealed class GetDocumentStateHandler(IPackStore packs, Caller caller) : IRequestHandler<GetDocumentState, Result<DocumentState>>
{
    private const int Shown = 20;

    public async Task<Result<DocumentState>> Handle(GetDocumentState request, CancellationToken cancellationToken)
    {
        var zone = caller.Home.Profile.Identity.Zone;
        var documents = await packs.OfAsync(caller.Member.Organisation, cancellationToken);
        if (documents.FirstOrDefault(d => d.Kind == request.Kind && d.EffectiveFrom == DateOnly.MinValue) is not { } document)
            return new DocumentNotFound();
        var earlier = await packs.HistoryAsync(caller.Member.Organisation, request.Kind, 0, Shown, cancellationToken);
        return new DocumentState(
            document.Revision, document.SavedAt.In(zone), Name(document.SavedBy), document.Note,
            [.. earlier.Items.Select(version => new DocumentState.Version(version.Revision, version.SavedAt.In(zone), Name(version.SavedBy), version.Note))]);
    }

    private string? Name(string userName) => userName == "system" ? null : caller.Home.DisplayName(userName);
}
