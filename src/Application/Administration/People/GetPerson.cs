using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.People;

/// <summary>One member of staff of the caller's organisation, also one who has left.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record GetPerson(string UserName) : IQuery<PersonView>;

public sealed class GetPersonHandler(IAccountStore accounts, OrganisationRegistry organisations, Caller caller, TimeProvider systemClock)
    : IRequestHandler<GetPerson, Result<PersonView>>
{
    public async Task<Result<PersonView>> Handle(GetPerson request, CancellationToken cancellationToken)
    {
        var directory = organisations.Of(caller.Member.Organisation).Directory;
        if (directory.Staff(request.UserName) is not { } person)
            return new EntryNotFound("人员", request.UserName);
        return PeopleViews.Of(person, directory, await accounts.FindAsync(person.UserName, cancellationToken), systemClock.GetUtcNow());
    }
}
