using Bpm.Domain.Organisation;

namespace Bpm.Application.Absences;

/// <summary>An absence as the outside sees it. Times carry the organisation's offset.</summary>
/// <param name="Active">It lasts now.</param>
public sealed record AbsenceView(
    Guid Id, string UserName, string Name, string Substitute, string SubstituteName, DateTimeOffset From, DateTimeOffset Until, string SetBy, bool Active)
{
    internal static AbsenceView Of(Absence absence, OrganisationDirectory directory, DateTimeOffset now)
    {
        var zone = directory.Profile.Identity.Zone;
        return new(
            absence.Id, absence.UserName, directory.DisplayName(absence.UserName), absence.Substitute, directory.DisplayName(absence.Substitute),
            absence.From.In(zone), absence.Until.In(zone), absence.SetBy, absence.IsActive(now));
    }
}
