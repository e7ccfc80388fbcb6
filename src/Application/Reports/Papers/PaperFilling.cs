using System.Globalization;
using System.Text.Json;
using Bpm.Application.Installation;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.FollowUp;
using Bpm.Domain.Organisation;
using Bpm.Domain.Reports.Papers;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Reports.Papers;

/// <summary>Fills paper forms from a case that the reader sees in full.</summary>
internal sealed class PaperFilling(Case complaint, Installed home)
{
    private readonly OrganisationDirectory _directory = home.Directory;

    /// <summary>The form as of now.</summary>
    public CasePaper Fill(PaperProfile paper, DateTimeOffset now) => new(
        paper.Code, paper.Name, _directory.Profile.Identity.Name, complaint.Number, now.In(home.Calendar.Zone),
        [
            .. paper.Sections.Select(section => new CasePaper.Section(
                section.Title, [.. section.Fields.Select(field => new CasePaper.Field(field.Name, field.Label, Trimmed(Text(field)), field.Wide))])),
        ],
        paper.Signatures);

    private string? Text(PaperField field) => field.Source switch
    {
        PaperSource.Number => complaint.Number,
        PaperSource.Kind => KindName(complaint.Kind),
        PaperSource.Category => _directory.Profile.Categories.GetValueOrDefault(complaint.Category)?.Name,
        PaperSource.Channel => _directory.Profile.Channels.GetValueOrDefault(complaint.Channel)?.Name,
        PaperSource.ReceivedAt => Moment(complaint.ReceivedAt),
        PaperSource.RegisteredAt => Moment(complaint.RegisteredAt),
        PaperSource.RegisteredBy => _directory.DisplayName(complaint.RegisteredBy),
        PaperSource.CustomerName => complaint.Details.Value.Customer is { Anonymous: true } ? "匿名" : complaint.Details.Value.Customer.Name,
        PaperSource.CustomerPhone => complaint.Details.Value.Customer.Phone,
        PaperSource.CustomerAddress => complaint.Details.Value.Customer.Address,
        PaperSource.CustomerAccount => complaint.Details.Value.Customer.AccountNumber,
        PaperSource.Target => complaint.Details.Value.Target,
        PaperSource.Content => complaint.Details.Value.Content,
        PaperSource.Demand => complaint.Details.Value.Demand,
        PaperSource.Suggestion => complaint.Details.Value.Suggestion,
        PaperSource.Attributes => Attributes(),
        PaperSource.Departments => string.Join('、', complaint.Departments.Select(Department)),
        PaperSource.HandedOverAt => Moment(complaint.HandedOverAt),
        PaperSource.DueAt => Moment(complaint.Clocks.Where(clock => !clock.IsTarget && clock.Department is not null
            && clock.State is not (ClockState.Superseded or ClockState.Cancelled)).Select(clock => (DateTimeOffset?)clock.DueAt).Max()),
        PaperSource.Status => complaint.IsOpen ? "办理中" : "已办结",
        PaperSource.ClosedAt => Moment(complaint.ClosedAt),
        PaperSource.Founded => complaint.Founded switch { true => "属实", false => "不属实（不成立）", null => null },
        PaperSource.Reply => complaint.LatestReply?.Text.Value,
        PaperSource.Opinion => complaint.ReleasedOpinion()?.Text.Value,
        PaperSource.FollowUps => string.Join('\n', complaint.FollowUps.Select(Call)),
        PaperSource.FollowUpResult => complaint.FollowUps.Count == 0 ? null : ResultName(complaint.FollowUps[^1].Result),
        PaperSource.History => string.Join('\n', complaint.Tasks.Where(task => task.State == TaskState.Completed).OrderBy(task => task.CompletedAt).Select(Done)),
        PaperSource.Answer => Last(field) is { } task ? Answer(task, field.Field!) : null,
        PaperSource.Comment => Last(field)?.Answer?.Value.Comment,
        PaperSource.Doer => Last(field)?.CompletedBy is { } doer ? _directory.DisplayName(doer) : null,
        PaperSource.DoneAt => Moment(Last(field)?.CompletedAt),
        PaperSource.Outcome => Last(field) is { } ended ? OutcomeName(ended) : null,
        _ => throw new InvalidOperationException($"No text for {field.Source}."),
    };

    private HumanTask? Last(PaperField field) => field.Steps.Select(complaint.LastCompleted).FirstOrDefault(task => task is not null);

    private string Attributes()
    {
        var known = _directory.Profile.Categories.GetValueOrDefault(complaint.Category)?.Attributes;
        return string.Join('；', complaint.Attributes.Select(value =>
        {
            var spec = known?.GetValueOrDefault(value.Key);
            var at = spec?.Values is { } values ? values.ToList().IndexOf(value.Value) : -1;
            return $"{spec?.Title ?? value.Key}：{(at >= 0 ? spec!.ValueTitles![at] : value.Value)}";
        }));
    }

    private string Call(FollowUpAttempt call)
    {
        var note = call.Note.Value is { Length: > 0 } words ? $"，{words}" : "";
        return $"{Moment(call.At)} {_directory.DisplayName(call.By)} 第{call.Attempt.ToString(CultureInfo.InvariantCulture)}次：{ResultName(call.Result)}{note}";
    }

    private string Done(HumanTask task)
    {
        var by = task.CompletedBy is { } user ? _directory.DisplayName(user) : "";
        string?[] said = [.. task.Answer?.Value.Values.Keys.Select(field => Answer(task, field) is { Length: > 0 } text ? $"{Title(task, field)}：{text}" : null) ?? [], task.Answer?.Value.Comment];
        var words = string.Join('；', said.Where(text => !string.IsNullOrWhiteSpace(text)));
        return $"{Moment(task.CompletedAt)} {by} {task.Title}：{OutcomeName(task)}{(words.Length > 0 ? "。" + words : "")}";
    }

    private static string Title(HumanTask task, string field) => task.Form.Properties.GetValueOrDefault(field)?.Title ?? field;

    private static string? OutcomeName(HumanTask task) => task.Outcomes.FirstOrDefault(outcome => outcome.Name == task.Outcome)?.Title ?? task.Outcome;

    private string? Answer(HumanTask task, string field)
    {
        if (task.Answer?.Value.Values.TryGetValue(field, out var value) != true)
            return null;
        var spec = task.Form.Properties.GetValueOrDefault(field);
        return value.ValueKind == JsonValueKind.Array ? string.Join('、', value.EnumerateArray().Select(item => One(item, spec))) : One(value, spec);
    }

    private string? One(JsonElement value, FormField? spec)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return "是";
            case JsonValueKind.False:
                return "否";
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.String:
                var text = value.GetString()!;
                if (spec?.Type == FormFieldTypes.DateTime && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                    return Moment(moment);
                var at = spec?.Enum is { } codes ? codes.ToList().IndexOf(text) : -1;
                return at >= 0 && spec!.EnumTitles is { } titles ? titles[at] : text;
            default:
                return null;
        }
    }

    private string Department(string code) => _directory.Department(code)?.Name ?? code;

    private string? Moment(DateTimeOffset? moment) => moment.In(home.Calendar.Zone)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string KindName(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Complaint => "投诉",
        ComplaintKind.Consultation => "咨询",
        ComplaintKind.Fault => "故障",
        ComplaintKind.Duty => "例行工作",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string ResultName(FollowUpResult result) => result switch
    {
        FollowUpResult.Satisfied => "满意",
        FollowUpResult.NotSatisfied => "不满意",
        FollowUpResult.Unreachable => "无法联系",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
