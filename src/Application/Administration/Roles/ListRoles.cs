using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Roles;

/// <summary>All roles of the caller's organisation.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record ListRoles : IQuery<Page<RoleView>>;

public sealed class ListRolesHandler(OrganisationRegistry organisations, Caller caller) : IRequestHandler<ListRoles, Result<Page<RoleView>>>
{
    public Task<Result<Page<RoleView>>> Handle(ListRoles request, CancellationToken cancellationToken)
    {
        var directory = organisations.Of(caller.Member.Organisation).Directory;
        var members = directory.People.Where(person => person.IsActive).SelectMany(person => person.Roles.Select(role => (role, person.DisplayName))).ToLookup(pair => pair.role, pair => pair.DisplayName);
        var items = directory.Profile.Roles.Values.Select(role => new RoleView(role.Code, role.Name, role.Permissions, [.. members[role.Code]])).ToList();
        return Task.FromResult<Result<Page<RoleView>>>(new Page<RoleView>(items, items.Count));
    }
}
