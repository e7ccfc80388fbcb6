using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;

namespace Bpm.Application.Definitions;

/// <summary>Asks a second person to agree to a publishing: a case of the organisation's own, whose task comes to the inbox of those who may.</summary>
public sealed class PublicationRequests(
    IDefinitionStore store, DefinitionGate gate, ICaseStore cases, CaseProcess process, IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>Opens the case, in the running transaction; the one that waits already where nothing was changed since.</summary>
    /// <returns>The draft with the case's number.</returns>
    public async Task<Result<DefinitionRecord>> OpenAsync(Installed home, DutyProfile duty, DefinitionRecord draft, string? note, CancellationToken cancellationToken)
    {
        if (draft.ApprovalCase is not null)
            return draft;
        if (await gate.CheckStoredAsync(store, draft, home, cancellationToken) is { Count: > 0 } findings)
            return new DefinitionRefused(findings);
        if (await store.PublishedVersionIdAsync(duty.DefinitionId, home.Code, cancellationToken) is not { } versionId)
            return new ProcessNotPublished(duty.Name);
        var now = clock.GetUtcNow();
        var profile = home.Directory.Profile;
        var day = home.Calendar.DayOf(now);
        var number = CaseNumber.Format(profile.DutyPrefix, day, await cases.NextSerialAsync(home.Code + "/duty", day, cancellationToken));
        var attributes = new Dictionary<string, string>
        {
            ["definitionId"] = draft.DefinitionId, ["name"] = draft.Name, ["version"] = $"{draft.Version}", ["note"] = note ?? draft.Note ?? "",
        };
        var stamp = new RegistrationStamp(number, QueryCode.Create(), caller.Name, now, home.RulesFor(now).EffectiveFrom);
        var opened = Case.OpenDuty(duty, attributes, profile, now, stamp);
        cases.Add(opened);
        audit.Append(AuditEntry.Record(now, home.Code, caller.Name, "definition.publication-requested", $"definition:{draft.Id}", number, opened.Id));
        await process.StartAsync(opened, versionId, firstReplyGiven: false, cancellationToken);
        var waiting = draft with { ApprovalCase = number };
        await store.ReplaceAsync(draft.Id, waiting, cancellationToken);
        return waiting;
    }
}
