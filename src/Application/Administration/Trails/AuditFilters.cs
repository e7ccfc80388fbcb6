using Bpm.Application.Access;

namespace Bpm.Application.Administration.Trails;

/// <summary>What somebody may find in the audit trail.</summary>
internal static class AuditFilters
{
    private const int UsualDays = 30;

    public static AuditFilter Of(SearchAudit request, Caller caller, DateTimeOffset now)
    {
        var zone = caller.Home.Profile.Identity.Zone;
        var to = request.To ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var from = request.From ?? (request.CaseNumber is { Length: > 0 } || to.DayNumber < UsualDays ? DateOnly.MinValue.AddYears(1) : to.AddDays(1 - UsualDays));
        var keys = caller.Home.KeysOf(caller.Name);
        var levels = caller.Home.Profile.Access.Where(rule => rule.Key == Domain.Complaints.Confidentiality.Open || rule.Value.Readers.Any(keys.Contains)).Select(rule => rule.Key);
        return new(
            caller.Member.Organisation, Given(request.Actor), Given(request.CaseNumber)?.ToUpperInvariant(), Given(request.Action), Begin(from), Begin(to.AddDays(1)),
            [.. levels.Append(Domain.Complaints.Confidentiality.Open).Distinct()], request.Page, request.PageSize);

        DateTimeOffset Begin(DateOnly day)
        {
            var local = day.ToDateTime(TimeOnly.MinValue);
            return new(local, zone.GetUtcOffset(local));
        }
    }

    // Whoever is accused in a case sees nothing of who looks into it.
    public static IReadOnlyList<AuditRow> Rows(IEnumerable<StoredEntry> entries, Caller caller) =>
    [
        .. entries.Where(entry => entry.Accused?.Contains(caller.Name) != true).Select(entry => new AuditRow(
            entry.Id, entry.At.In(caller.Home.Profile.Identity.Zone), entry.Actor, Name(entry.Actor, caller), entry.CaseNumber, entry.Action, entry.Subject, entry.Detail)),
    ];

    private static string Name(string actor, Caller caller) => actor switch
    {
        "system" => "系统",
        "link" => "外部链接",
        "anonymous" => "匿名",
        _ => caller.Home.DisplayName(actor),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
