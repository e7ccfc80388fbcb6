using Bpm.Application.Sessions;
using Bpm.Domain.Organisation;

namespace Bpm.Application.Administration.People;

internal static class PeopleViews
{
    public static PersonView Of(StaffMember person, OrganisationDirectory directory, Account? account, DateTimeOffset now) => new(
        person.UserName, person.DisplayName, person.Department, directory.Department(person.Department)?.Name ?? "",
        person.Roles, [.. person.Roles.Select(role => directory.Profile.Roles[role].Name)], person.IsActive, account is not null,
        account?.IsLocked(now) == true ? account.LockedUntil : null);
}
