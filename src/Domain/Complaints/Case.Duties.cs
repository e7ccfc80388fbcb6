using Bpm.Domain.Organisation;

namespace Bpm.Domain.Complaints;

/// <content>Cases that nobody registers.</content>
public sealed partial class Case
{
    /// <summary>Opens one occurrence of work that comes back by the calendar. Everybody who reads open cases reads it.</summary>
    /// <param name="attributes">Which of the day's cases of the duty it is; see <see cref="DutyProfile.For"/>.</param>
    /// <param name="from">When its clocks start: may lie before now, also by days where the occurrence is made up for.</param>
    /// <param name="stamp">Its number is of <see cref="OrganisationProfile.DutyPrefix"/>.</param>
    public static Case OpenDuty(
        DutyProfile duty, IReadOnlyDictionary<string, string> attributes, OrganisationProfile profile, DateTimeOffset from, RegistrationStamp stamp) => new()
    {
        Id = OrderedId.New(stamp.Now),
        Number = stamp.Number,
        QueryCode = stamp.QueryCode,
        Organisation = profile.Identity.Code,
        Kind = ComplaintKind.Duty,
        Category = duty.Code,
        Attributes = attributes,
        ReceivedAt = from,
        RegisteredAt = stamp.Now,
        RegisteredBy = stamp.RegisteredBy,
        Level = Confidentiality.Open,
        Details = new(new(new(null, null, null, null, false), null, duty.Name, null, null), false),
        DefinitionId = duty.DefinitionId,
    };
}
