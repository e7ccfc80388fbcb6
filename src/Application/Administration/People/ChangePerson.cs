using Bpm.Application.Absences;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using Bpm.Domain.Calendars;
using Bpm.Domain.Organisation;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.People;

/// <summary>Changes a member of staff. Who leaves is made inactive, never deleted: the name stays in the trails. Who stands in for somebody away is needed.</summary>
/// <param name="Department">Code.</param>
/// <param name="Roles">Codes.</param>
/// <param name="IsActive">False: no sign-in, task or notice any more; sessions end at once.</param>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record ChangePerson(
    string UserName, string DisplayName, string Department, IReadOnlyList<string> Roles, bool IsActive, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class ChangePersonValidator : AbstractValidator<ChangePerson>
{
    public ChangePersonValidator()
    {
        RuleFor(request => request.DisplayName).NotEmpty().WithMessage("请填写姓名。").MaximumLength(50).WithMessage("姓名不超过 50 字。");
        RuleFor(request => request.Department).NotEmpty().WithMessage("请选择部门。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class ChangePersonHandler(DocumentDesk desk, IAccountStore accounts, IAbsenceStore absences, Caller caller, BusinessClock clock) : IRequestHandler<ChangePerson, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(ChangePerson request, CancellationToken cancellationToken)
    {
        if (!request.IsActive && request.UserName == caller.Name)
            return new DocumentRefused(["不能停用自己的账号；请由另一名管理员操作。"]);
        if (!request.IsActive && (await absences.CoveredByAsync(request.UserName, clock.GetUtcNow(), cancellationToken)).FirstOrDefault(IsOfHome) is { } covered)
        {
            var until = LocalText.Moment(covered.Until, caller.Home.Profile.Identity.Zone);
            return new SubstituteNeeded(caller.Home.DisplayName(request.UserName), caller.Home.DisplayName(covered.UserName), until);
        }

        var change = new DocumentChange("organisation", request.Revision, request.IsActive ? "admin.person-changed" : "admin.person-deactivated", $"user:{request.UserName}")
        {
            Detail = $"{request.Department} {string.Join(',', request.Roles)}", Note = request.Note,
        };
        var changed = await desk.ChangeAsync(change, edit =>
        {
            if (edit.Find("users", "userName", request.UserName) is not { } person)
                return new EntryNotFound("人员", request.UserName);
            person.Put("displayName", request.DisplayName);
            person["department"] = request.Department;
            person.Put("roles", request.Roles);
            person.Put("active", request.IsActive, usual: true);
            return null;
        }, cancellationToken);
        if (!changed.IsRefused && !request.IsActive)
            (await accounts.FindAsync(request.UserName, cancellationToken))?.EndSessions();
        return changed;
    }

    private bool IsOfHome(Absence absence) => absence.Organisation == caller.Member.Organisation;
}
