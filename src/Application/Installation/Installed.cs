using Bpm.Domain.Calendars;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Installation;

/// <summary>What is in force for one organisation: an immutable snapshot.</summary>
/// <param name="Directory">People, roles, departments, rosters, categories and channels.</param>
/// <param name="Forms">Forms and outcomes of the steps.</param>
/// <param name="RuleSets">Rule sets, the latest effective date first.</param>
/// <param name="Calendar">Working days.</param>
public sealed record Installed(OrganisationDirectory Directory, FormCatalogue Forms, IReadOnlyList<RuleSet> RuleSets, WorkingCalendar Calendar)
{
    /// <summary>Organisation code.</summary>
    public string Code => Directory.Profile.Identity.Code;

    /// <summary>The rules that judge a case: those in force on the day of receipt, in the organisation's zone.</summary>
    public RuleSet RulesFor(DateTimeOffset receivedAt)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(receivedAt, Directory.Profile.Identity.Zone).DateTime);
        return RuleSets.FirstOrDefault(set => set.EffectiveFrom <= day) ?? RuleSets[^1];
    }
}
