using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>The caller's own data and the state of the account.</summary>
[MayRun(Permission.Staff)]
public sealed record GetProfile : IQuery<ProfileView>;

public sealed class GetProfileHandler(IAccountStore accounts, Caller caller, TimeProvider systemClock) : IRequestHandler<GetProfile, Result<ProfileView>>
{
    public async Task<Result<ProfileView>> Handle(GetProfile request, CancellationToken cancellationToken)
    {
        var (staff, home) = (caller.Member, caller.Home);
        var account = await accounts.FindAsync(staff.UserName, cancellationToken);
        var locked = account?.IsLocked(systemClock.GetUtcNow()) == true ? account.LockedUntil : null;
        return new ProfileView(
            staff.UserName, staff.DisplayName, home.Department(staff.Department)?.Name ?? staff.Department,
            [.. staff.Roles.Select(role => home.Profile.Roles.TryGetValue(role, out var known) ? known.Name : role)],
            Account.FailuresBeforeLock - (account?.Failures ?? 0), locked.In(home.Profile.Identity.Zone));
    }
}
