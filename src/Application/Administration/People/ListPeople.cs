using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.People;

/// <summary>The staff of the caller's organisation.</summary>
/// <param name="Search">Part of a name or user name; null for everybody.</param>
/// <param name="Department">Department code; null for all.</param>
/// <param name="Left">Those who have left instead of those who are here.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 200.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record ListPeople(string? Search, string? Department, bool Left, int Page, int PageSize) : IQuery<Page<PersonView>>;

public sealed class ListPeopleHandler(IAccountStore accounts, OrganisationRegistry organisations, Caller caller, TimeProvider systemClock)
    : IRequestHandler<ListPeople, Result<Page<PersonView>>>
{
    public async Task<Result<Page<PersonView>>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        if (request.Page < 0 || request.PageSize is < 1 or > ListLimits.LargestPage)
            return ListLimits.Refusal();
        var directory = organisations.Of(caller.Member.Organisation).Directory;
        var known = (await accounts.OfAsync(directory.Profile.Identity.Code, cancellationToken)).ToDictionary(account => account.UserName);
        var search = request.Search?.Trim() ?? "";
        var found = directory.People.Where(person => person.IsActive != request.Left
            && (request.Department is null || person.Department == request.Department)
            && (person.UserName.Contains(search, StringComparison.OrdinalIgnoreCase) || person.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase))).ToList();
        var now = systemClock.GetUtcNow();
        return new Page<PersonView>(
            [.. found.Skip(request.Page * request.PageSize).Take(request.PageSize).Select(person => PeopleViews.Of(person, directory, known.GetValueOrDefault(person.UserName), now))],
            found.Count);
    }
}
