using System.Globalization;
using Bpm.Domain.Clocks;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;

namespace Bpm.Workflows.Cases;

/// <summary>Who hears of a clock's threshold, with what words, and when.</summary>
internal static class ClockNotices
{
    /// <summary>One notice for each person, however many recipient tokens mean them.</summary>
    public static IEnumerable<NoticeSpec> Of(CaseScope scope, SlaClock clock, ClockThreshold threshold)
    {
        var (kind, template) = threshold.Kind switch
        {
            ThresholdKind.Warn => (NoticeKind.Warning, "notice.warn"),
            ThresholdKind.Due => (NoticeKind.Overdue, "notice.due"),
            _ => (NoticeKind.Escalation, "notice.escalate"),
        };
        var text = Fill(scope.Rules.FindText(template)?.Text ?? NeutralText.Of(kind, scope.Complaint.Number), scope, clock);
        return scope.RecipientsOf(threshold.Recipients, Holder(scope, clock), clock.Department ?? scope.Complaint.Department, threshold.AlsoAtNight, Owners(scope, clock))
            .Select(to => new NoticeSpec(to.User, kind, text, scope.Now, to.DeliverAt, clock.Id, clock.RuleId, threshold.Rung));
    }

    // Where several departments have a clock of the rule, each holder hears of the own department's only.
    private static string? Holder(CaseScope scope, SlaClock clock)
    {
        var several = scope.Complaint.Clocks.Count(other => other.RuleId == clock.RuleId && !other.IsEnded) > 1;
        return scope.Complaint.Tasks.FirstOrDefault(task => task.IsActive && task.RuleId == clock.RuleId && task.Assignee is not null
            && (!several || clock.Department is not { } department || task.Candidates.Contains(Keys.Department(department)) || task.Candidates.Contains(Keys.Head(department))))?.Assignee;
    }

    // Whose turn it is: who holds the work or, while nobody does, all who may take it.
    private static string[] Owners(CaseScope scope, SlaClock clock)
    {
        if (Holder(scope, clock) is { } holder)
            return [holder];
        return
        [
            .. scope.Complaint.Tasks.Where(task => task.IsActive && task.RuleId == clock.RuleId)
                .SelectMany(task => task.Candidates.SelectMany(scope.Directory.UsersWith).Except(task.Excluded)).Distinct(),
        ];
    }

    private static string Fill(string template, CaseScope scope, SlaClock clock) => template
        .Replace("{number}", scope.Complaint.Number, StringComparison.Ordinal)
        .Replace("{rule}", clock.Name, StringComparison.Ordinal)
        .Replace("{due}", Local(clock.DueAt, scope.Calendar.Zone), StringComparison.Ordinal);

    private static string Local(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
