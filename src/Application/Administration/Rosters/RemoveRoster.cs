using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Rosters;

/// <summary>Removes a roster that no rule and no published workflow names.</summary>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record RemoveRoster(string Code, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class RemoveRosterHandler(DocumentDesk desk) : IRequestHandler<RemoveRoster, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(RemoveRoster request, CancellationToken cancellationToken) => desk.ChangeAsync(
        new("organisation", request.Revision, "admin.roster-removed", $"roster:{request.Code}") { Note = request.Note },
        edit =>
        {
            if (edit.Find("rosters", "code", request.Code) is not { } roster)
                return new EntryNotFound("班次表", request.Code);
            if (edit.Home.RuleSets.SelectMany(set => set.Rules).FirstOrDefault(rule => rule.Roster == request.Code) is { } rule)
                return new StillNeeded($"班次表“{DocumentJson.Text(roster["name"])}”", $"时限“{rule.Name}”（{rule.Article}）按它交接班");
            edit.List("rosters").Remove(roster);
            return null;
        },
        cancellationToken);
}
