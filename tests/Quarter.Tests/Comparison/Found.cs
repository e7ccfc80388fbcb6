using Bpm.Domain.Notices;
using Bpm.Quarter.Oracle.Findings;

namespace Bpm.Quarter.Tests.Comparison;

/// <summary>What the product made of a case, in the words of the comparison.</summary>
internal static class Found
{
    public static CaseFinding Of(Case complaint)
    {
        var clocks = complaint.Clocks.ToDictionary(clock => clock.Id);
        return new(
            [
                .. complaint.Clocks.Select(clock => new ClockFinding(
                    clock.RuleId, clock.Round, clock.Department, clock.StartedAt, clock.DueAt, clock.EndedAt, Word(clock.State), clock.Estimated)),
            ],
            [
                .. complaint.Notices.Where(notice => notice.ClockId is not null && notice.Kind is NoticeKind.Warning or NoticeKind.Overdue or NoticeKind.Escalation)
                    .Select(notice => (Notice: notice, Clock: clocks[notice.ClockId!.Value]))
                    .Select(told => new NoticeFinding(
                        told.Notice.RuleId!, told.Clock.Round, told.Clock.Department, Word(told.Notice.Kind), told.Notice.Recipient, told.Notice.RaisedAt, told.Notice.DeliverAt)),
            ],
            complaint.Ending,
            complaint.ClosedAt,
            [.. complaint.Tasks.Where(task => task.IsActive).Select(task => task.Step)],
            []);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
