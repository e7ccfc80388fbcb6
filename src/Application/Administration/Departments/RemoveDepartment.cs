using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Departments;

/// <summary>Removes a department that nobody belongs to and nothing needs any more.</summary>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record RemoveDepartment(string Code, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class RemoveDepartmentHandler(DocumentDesk desk) : IRequestHandler<RemoveDepartment, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(RemoveDepartment request, CancellationToken cancellationToken) => desk.ChangeAsync(
        new("organisation", request.Revision, "admin.department-removed", $"department:{request.Code}") { Note = request.Note },
        edit =>
        {
            if (edit.Find("departments", "code", request.Code) is not { } department)
                return new EntryNotFound("部门", request.Code);
            if (edit.Home.Directory.People.FirstOrDefault(person => person.Department == request.Code) is { } member)
                return new StillNeeded($"部门“{DocumentJson.Text(department["name"])}”", $"人员“{member.DisplayName}”属于该部门{(member.IsActive ? "" : "（已停用）")}");
            edit.List("departments").Remove(department);
            return null;
        },
        cancellationToken);
}
