using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Absences;

/// <summary>Who acts in whose stead at this moment.</summary>
public sealed class Substitutions(IAbsenceStore absences, BusinessClock clock)
{
    /// <summary>Lets the signed-in member of a request act in the stead of those who are away and named the member.</summary>
    public async Task ApplyAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Staff is not { } staff)
            return;
        var lasting = await absences.ConcerningAsync(staff.UserName, clock.GetUtcNow(), cancellationToken);
        var covered = lasting.Where(absence => absence.Substitute == staff.UserName);
        caller.StandInFor([.. covered.Select(absence => caller.Home.Staff(absence.UserName)).OfType<StaffMember>()
            .Select(absent => new StandIn(absent, caller.Home.KeysOf(absent.UserName)))], lasting.FirstOrDefault(absence => absence.UserName == staff.UserName));
    }

    /// <summary>The people themselves and, for those of them who are away, their substitutes.</summary>
    public async Task<IReadOnlyList<string>> WithSubstitutesAsync(string organisation, IEnumerable<string> users, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var away = (await absences.OfOrganisationAsync(organisation, now, cancellationToken)).Where(absence => absence.IsActive(now)).ToLookup(absence => absence.UserName);
        return [.. users.SelectMany(user => away[user].Select(absence => absence.Substitute).Prepend(user)).Distinct()];
    }
}
