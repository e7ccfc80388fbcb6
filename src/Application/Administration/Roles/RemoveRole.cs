using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Roles;

/// <summary>Removes a role that nobody has and nothing needs any more.</summary>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record RemoveRole(string Code, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class RemoveRoleHandler(DocumentDesk desk) : IRequestHandler<RemoveRole, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(RemoveRole request, CancellationToken cancellationToken) => desk.ChangeAsync(
        new("organisation", request.Revision, "admin.role-removed", $"role:{request.Code}") { Note = request.Note },
        edit =>
        {
            if (edit.Find("roles", "code", request.Code) is not { } role)
                return new EntryNotFound("岗位", request.Code);
            if (edit.Home.Directory.People.FirstOrDefault(person => person.Roles.Contains(request.Code)) is { } member)
                return new StillNeeded($"岗位“{DocumentJson.Text(role["name"])}”", $"人员“{member.DisplayName}”属于该岗位{(member.IsActive ? "" : "（已停用）")}");
            edit.List("roles").Remove(role);
            return null;
        },
        cancellationToken);
}
