using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Roles;

/// <summary>Adds a role, or changes one. The last right to manage the organisation cannot be taken away.</summary>
/// <param name="IsNew">Add it; false changes the one with the code.</param>
/// <param name="Permissions">Names of <see cref="Permission"/>s that a role can have.</param>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record PutRole(bool IsNew, string Code, string Name, IReadOnlyList<string> Permissions, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class PutRoleValidator : AbstractValidator<PutRole>
{
    public PutRoleValidator()
    {
        RuleFor(request => request.Code).Matches("^[a-z][a-z0-9-]{0,49}$").WithMessage("代码用小写字母开头，可含小写字母、数字、横线，不超过 50 个字符。");
        RuleFor(request => request.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(50).WithMessage("名称不超过 50 字。");
        RuleForEach(request => request.Permissions).Must(name => RolePermissions.All.Any(known => known.Permission.ToString() == name)).WithMessage("没有这项权限，请重新选择。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class PutRoleHandler(DocumentDesk desk) : IRequestHandler<PutRole, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(PutRole request, CancellationToken cancellationToken)
    {
        var change = new DocumentChange("organisation", request.Revision, request.IsNew ? "admin.role-added" : "admin.role-changed", $"role:{request.Code}")
        {
            Detail = string.Join(',', request.Permissions), Note = request.Note,
        };
        return desk.ChangeAsync(change, edit =>
        {
            var role = edit.Find("roles", "code", request.Code);
            if (request.IsNew && role is not null)
                return new EntryTaken("岗位代码", request.Code);
            if (!request.IsNew && role is null)
                return new EntryNotFound("岗位", request.Code);
            if (role is null)
                edit.List("roles").Add(role = new JsonObject { ["code"] = request.Code });
            role.Put("name", request.Name);
            if (request.Permissions.Count > 0 || role.ContainsKey("permissions"))
                role.Put("permissions", request.Permissions.Distinct());
            return null;
        }, cancellationToken);
    }
}
