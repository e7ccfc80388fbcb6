using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Departments;

/// <summary>Adds a department, or changes one.</summary>
/// <param name="IsNew">Add it; false changes the one with the code.</param>
/// <param name="Parent">Code of the department above, or null.</param>
/// <param name="Head">User name of the head, or null.</param>
/// <param name="Leader">User name of the 分管负责人, or null.</param>
/// <param name="PushSystem">Code of the outside system that its cases are pushed through, or null.</param>
/// <param name="HandlesCases">Cases can be given to it.</param>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record PutDepartment(
    bool IsNew, string Code, string Name, string? Parent, string? Head, string? Leader, string? PushSystem, bool HandlesCases, long? Revision, string? Note)
    : ICommand<SavedDocument>;

public sealed class PutDepartmentValidator : AbstractValidator<PutDepartment>
{
    public PutDepartmentValidator()
    {
        RuleFor(request => request.Code).Matches("^[a-z][a-z0-9-]{0,49}$").WithMessage("代码用小写字母开头，可含小写字母、数字、横线，不超过 50 个字符。");
        RuleFor(request => request.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(50).WithMessage("名称不超过 50 字。");
        RuleFor(request => request.Parent).NotEqual(request => request.Code).WithMessage("上级部门不能是自己。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class PutDepartmentHandler(DocumentDesk desk) : IRequestHandler<PutDepartment, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(PutDepartment request, CancellationToken cancellationToken)
    {
        var change = new DocumentChange("organisation", request.Revision, request.IsNew ? "admin.department-added" : "admin.department-changed", $"department:{request.Code}")
        {
            Detail = $"{request.Head} {request.Leader} {request.PushSystem}".Trim(), Note = request.Note,
        };
        return desk.ChangeAsync(change, edit =>
        {
            var department = edit.Find("departments", "code", request.Code);
            if (request.IsNew && department is not null)
                return new EntryTaken("部门代码", request.Code);
            if (!request.IsNew && department is null)
                return new EntryNotFound("部门", request.Code);
            if (department is null)
                edit.List("departments").Add(department = new JsonObject { ["code"] = request.Code });
            department.Put("name", request.Name);
            department.Put("parent", request.Parent);
            department.Put("head", request.Head);
            department.Put("leader", request.Leader);
            department.Put("pushSystem", request.PushSystem);
            department.Put("handlesCases", request.HandlesCases, usual: false);
            return null;
        }, cancellationToken);
    }
}
