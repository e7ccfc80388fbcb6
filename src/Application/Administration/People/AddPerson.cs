using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.People;

/// <summary>Adds a member of staff. Nobody can sign in under the name before a password was given (<see cref="ResetPassword"/>).</summary>
/// <param name="Department">Code.</param>
/// <param name="Roles">Codes.</param>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record AddPerson(string UserName, string DisplayName, string Department, IReadOnlyList<string> Roles, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator()
    {
        RuleFor(request => request.UserName).Matches("^[a-z][a-z0-9._-]{1,49}$").WithMessage("用户名用小写字母开头，可含小写字母、数字、点、横线，2 至 50 个字符。");
        RuleFor(request => request.DisplayName).NotEmpty().WithMessage("请填写姓名。").MaximumLength(50).WithMessage("姓名不超过 50 字。");
        RuleFor(request => request.Department).NotEmpty().WithMessage("请选择部门。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class AddPersonHandler(DocumentDesk desk, OrganisationRegistry organisations) : IRequestHandler<AddPerson, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(AddPerson request, CancellationToken cancellationToken)
    {
        // User names are of the whole installation: one signs in without naming the organisation.
        if (organisations.HasUserName(request.UserName))
            return new EntryTaken("用户名", request.UserName);
        var change = new DocumentChange("organisation", request.Revision, "admin.person-added", $"user:{request.UserName}")
        {
            Detail = $"{request.Department} {string.Join(',', request.Roles)}", Note = request.Note,
        };
        return await desk.ChangeAsync(change, edit =>
        {
            if (edit.Find("users", "userName", request.UserName) is not null)
                return new EntryTaken("用户名", request.UserName);
            var person = new JsonObject { ["userName"] = request.UserName, ["displayName"] = request.DisplayName.Trim(), ["department"] = request.Department };
            person.Put("roles", request.Roles);
            edit.List("users").Add(person);
            return null;
        }, cancellationToken);
    }
}
