using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Definitions;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Duties;

/// <summary>
/// Opens the cases of a duty's day and writes the row of its next day, in the transaction that takes the day's row: each day once, over any
/// number of nodes. Days that were missed while everything was down are made up for one by one, in order, before the next.
/// </summary>
public sealed class DutyOpening(
    OrganisationRegistry organisations, DutySchedule schedule, IDefinitionStore definitions, ICaseStore cases, CaseProcess process,
    IAuditLog audit, Caller caller, BusinessClock clock, ILogger<DutyOpening> logger)
{
    /// <summary>
    /// How many days back are made up for. After a longer stop the days before are left out: a month without the product is a matter for
    /// people, and hundreds of breached checks of days that nobody remembers would bury what still can be done.
    /// </summary>
    public const int LongestMakeUp = 31;

    /// <summary>The moment of a duty has come.</summary>
    public async Task OpenAsync(DueRow row, CancellationToken cancellationToken)
    {
        // A duty that was taken out of the organisation comes no more.
        if (organisations.Find(row.Organisation) is not { } home || !home.Directory.Profile.Duties.TryGetValue(row.Reference, out var duty))
            return;
        var now = clock.GetUtcNow();
        var day = Occurrence.Read(row.Payload!);
        var earliest = home.Calendar.DayOf(now).AddDays(-LongestMakeUp);
        if (day < earliest)
        {
            audit.Append(AuditEntry.Record(now, home.Code, caller.Name, "duty.skipped", $"duty:{duty.Code}", $"{day:yyyy-MM-dd} {earliest:yyyy-MM-dd}"));
            await schedule.ContinueAsync(home, duty, earliest.AddDays(-1), cancellationToken);
            return;
        }

        await schedule.ContinueAsync(home, duty, day, cancellationToken);
        if (await definitions.PublishedVersionIdAsync(duty.DefinitionId, cancellationToken) is not { } versionId)
        {
            Log.DutyNotPublished(logger, home.Code, duty.Code, duty.DefinitionId);
            return;
        }

        foreach (var attributes in duty.Cases)
            await OpenAsync(home, duty, attributes, day, versionId, now, cancellationToken);
    }

    private async Task OpenAsync(
        Installed home, DutyProfile duty, IReadOnlyDictionary<string, string> attributes, DateOnly day, string versionId, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var profile = home.Directory.Profile;
        var serial = await cases.NextSerialAsync(home.Code + "/duty", day, cancellationToken);
        var from = DutySchedule.StartOf(home, duty, day);
        var stamp = new RegistrationStamp(
            CaseNumber.Format(profile.DutyPrefix, day, serial), QueryCode.Create(), caller.Name, now, home.RulesFor(from).EffectiveFrom);
        var opened = Case.OpenDuty(duty, attributes, profile, from, stamp);
        cases.Add(opened);
        audit.Append(AuditEntry.Record(now, home.Code, caller.Name, "duty.opened", $"case:{opened.Number}", duty.Code, opened.Id));
        await process.StartAsync(opened, versionId, firstReplyGiven: false, cancellationToken);
    }
}
