using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Domain.Complaints;
using Bpm.Domain.FollowUp;
using Bpm.Domain.Reports;

namespace Bpm.Application.Reports;

/// <summary>Shows reports to the caller: names beside codes, and what a customer is called only to those who may read open cases.</summary>
public sealed class ReportViews(IReportQueries queries, Caller caller)
{
    /// <summary>Shows a report.</summary>
    /// <param name="drawnUp">The report that was drawn up, or null.</param>
    /// <param name="rows">The rows to show, and how many the report has.</param>
    /// <param name="computedAt">The minute of the rows; null where there are none.</param>
    public async Task<ReportView> OfAsync(
        Installed home, ReportProfile profile, ReportPeriod period, Report? drawnUp, Page<ReportRow> rows, DateTimeOffset? computedAt,
        CancellationToken cancellationToken)
    {
        var zone = home.Calendar.Zone;
        var contacts = await ContactsAsync(rows.Items, cancellationToken);
        return new(
            profile.Code, profile.Name, DayRange.Text(period.Date), period.From.In(zone),
            period.To.In(zone), drawnUp is not null, drawnUp?.CaseNumber, drawnUp?.DraftedAt.In(zone), drawnUp?.ConfirmedAt.In(zone),
            drawnUp?.ConfirmedBy, drawnUp?.SentAt.In(zone), drawnUp?.SentBy, computedAt.In(zone), [.. rows.Items.Select(row => Line(home, profile, row, contacts))])
        {
            TotalCount = rows.TotalCount,
            Columns = ReportColumns.Of(profile.Source),
        };
    }

    private async Task<IReadOnlyDictionary<Guid, ReportContact>> ContactsAsync(IReadOnlyList<ReportRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.FollowUpId is not null).Select(row => row.FollowUpId!.Value).ToList();
        var readers = caller.Home.Profile.Access.GetValueOrDefault(Confidentiality.Open)?.Readers ?? [];
        return ids.Count == 0 || !readers.Any(caller.Home.KeysOf(caller.Member.UserName).Contains)
            ? new Dictionary<Guid, ReportContact>()
            : await queries.ContactsAsync(ids, cancellationToken);
    }

    private static ReportLine Line(Installed home, ReportProfile profile, ReportRow row, IReadOnlyDictionary<Guid, ReportContact> contacts)
    {
        var zone = home.Calendar.Zone;
        var directory = home.Directory;
        var contact = row.FollowUpId is { } call ? contacts.GetValueOrDefault(call) : null;
        return new(row.Complaint)
        {
            Kind = row.Kind,
            Category = row.Category,
            CategoryName = row.Category is { } category
                ? directory.Profile.Categories.GetValueOrDefault(category)?.Name ?? directory.Profile.Duties.GetValueOrDefault(category)?.Name
                : null,
            Channel = row.Channel,
            ChannelName = row.Channel is { } channel ? directory.Profile.Channels.GetValueOrDefault(channel)?.Name : null,
            Department = row.Department,
            DepartmentName = directory.Department(row.Department)?.Name,
            ClockId = row.ClockId,
            Rule = row.Rule,
            Article = row.Rule is { } rule ? home.RuleSets[0].Find(rule)?.Article : null,
            RuleName = row.RuleName,
            DueAt = row.DueAt.In(zone),
            EndedAt = row.EndedAt.In(zone),
            OverdueMinutes = row.OverdueMinutes,
            OverdueFor = row.OverdueMinutes is { } minutes ? Span(minutes) : null,
            Attempt = row.Attempt,
            Result = row.Result,
            ResultName = row.Result is { } result ? ResultName(result) : null,
            By = row.By,
            ByName = row.By is { } by ? directory.DisplayName(by) : null,
            At = row.At.In(zone),
            Findings = row.Findings is { } fields ? string.Join('、', fields.Select(field => Finding(home, profile, field))) : null,
            Customer = contact?.Customer,
            Phone = contact?.Phone,
            Note = contact?.Note,
        };
    }

    // The field's title says what is right: 回复及时 answered with no.
    private static string Finding(Installed home, ReportProfile profile, string field) =>
        (profile.Step is { } step && home.Forms.Form(step)?.Properties.TryGetValue(field, out var spec) == true ? spec.Title : field) + "：否";

    private static string ResultName(string result) => Enum.TryParse<FollowUpResult>(result, ignoreCase: true, out var known)
        ? known switch
        {
            FollowUpResult.Satisfied => "满意",
            FollowUpResult.NotSatisfied => "不满意",
            FollowUpResult.Unreachable => "无法联系",
            _ => result,
        }
        : result;

    private static string Span(long minutes)
    {
        var span = TimeSpan.FromMinutes(minutes);
        string[] parts = [span.Days > 0 ? $"{span.Days} 天" : "", span.Hours > 0 ? $"{span.Hours} 小时" : "", span.Minutes > 0 || minutes == 0 ? $"{span.Minutes} 分钟" : ""];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
