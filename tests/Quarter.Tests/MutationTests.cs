using Bpm.Quarter.Oracle;
using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Tests.Comparison;

namespace Bpm.Quarter.Tests;

/// <summary>The comparison can fail: whatever is changed in what was recorded or in the log, it says so.</summary>
public sealed class MutationTests
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 7, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset End = Monday.AddDays(30);

    private static readonly CaseLog Log = new(
        "XX20260907-0001",
        new("xx-water", "complaint", "wechat", "water-quality", new Dictionary<string, string>(), Monday, Monday, "a.hotline", false, false),
        [
            Deed(1.5, "first-reply", Monday, "Replied", "a.hotline"),
            Deed(2, "call-department", Monday, "Called", "a.hotline"),
            Deed(20, "take-sample", Monday, null, "a.quality"),
            Deed(50, "take-sample", Monday, "Sampled", "a.quality"),
            Deed(60, "sample-result", Monday.AddHours(50), "ResultReady", "a.quality"),
            Deed(61, "reply-customer", Monday.AddHours(60), "Replied", "a.hotline2"),
        ]);

    private static readonly CaseFinding Right = Recomputation.Of(Log, End);

    public static TheoryData<string> Records => [.. Recorded.Keys];

    public static TheoryData<string> Logs => [.. Logged.Keys];

    private static Dictionary<string, Func<CaseFinding, CaseFinding>> Recorded => new()
    {
        ["a due time one minute later"] = right => right with { Clocks = [right.Clocks[0] with { DueAt = right.Clocks[0].DueAt.AddMinutes(1) }, .. right.Clocks.Skip(1)] },
        ["a start one second earlier"] = right => right with { Clocks = [right.Clocks[0] with { StartedAt = right.Clocks[0].StartedAt.AddSeconds(-1) }, .. right.Clocks.Skip(1)] },
        ["an end one second later"] = right => right with { Clocks = [right.Clocks[0] with { EndedAt = right.Clocks[0].EndedAt!.Value.AddSeconds(1) }, .. right.Clocks.Skip(1)] },
        ["a breach forgotten"] = right => right with { Clocks = [.. right.Clocks.Select(clock => clock with { State = "met" })] },
        ["a round more"] = right => right with { Clocks = [right.Clocks[0] with { Round = 2 }, .. right.Clocks.Skip(1)] },
        ["an estimate"] = right => right with { Clocks = [right.Clocks[0] with { Estimated = true }, .. right.Clocks.Skip(1)] },
        ["a clock lost"] = right => right with { Clocks = [.. right.Clocks.Skip(1)] },
        ["a notice lost"] = right => right with { Notices = [.. right.Notices.Skip(1)] },
        ["a notice twice"] = right => right with { Notices = [right.Notices[0], .. right.Notices] },
        ["a notice to another"] = right => right with { Notices = [right.Notices[0] with { Recipient = "a.tech" }, .. right.Notices.Skip(1)] },
        ["a notice not held"] = right => right with { Notices = [.. right.Notices.Select(notice => notice with { DeliverAt = notice.DeliverAt.AddHours(1) })] },
        ["another ending"] = right => right with { Ending = "satisfied" },
        ["closed a minute later"] = right => right with { ClosedAt = right.ClosedAt!.Value.AddMinutes(1) },
        ["still open"] = right => right with { Ending = null, ClosedAt = null },
        ["a task left"] = right => right with { OpenSteps = ["take-sample"] },
    };

    private static Dictionary<string, Func<CaseLog, CaseLog>> Logged => new()
    {
        ["received a minute earlier"] = log => log with { Registration = log.Registration with { ReceivedAt = Monday.AddMinutes(-1) } },
        ["by telephone"] = log => log with { Registration = log.Registration with { Channel = "hotline" } },
        ["of another category"] = log => log with { Registration = log.Registration with { Category = "violation" } },
        ["a deed that nobody did"] = log => log with { Deeds = [.. log.Deeds.Skip(1)] },
        ["a deed a minute later"] = log => log with { Deeds = [log.Deeds[0] with { At = log.Deeds[0].At.AddMinutes(1) }, .. log.Deeds.Skip(1)] },
        ["sampled within half an hour before"] = log => log with { Deeds = [.. log.Deeds.Select(deed => deed.Outcome == "Sampled" ? deed with { Form = At(deed.At.AddMinutes(-20)) } : deed)] },
    };

    [Fact]
    public void Recomputation_OfALateCase_HasBreachesAndNotices()
    {
        Right.Problems.ShouldBeEmpty();
        Right.Ending.ShouldBe("replied");
        Right.Clocks.Count(clock => clock.State == "breached").ShouldBe(2);
        Right.Notices.Count.ShouldBeGreaterThan(8);
        Difference.Of(Right, Right).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_Changed_IsReported(string change) => Difference.Of(Right, Recorded[change](Right)).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Logs))]
    public void Log_Changed_IsReported(string change) => Difference.Of(Recomputation.Of(Logged[change](Log), End), Right).ShouldNotBeEmpty();

    [Fact]
    public void Oracle_References_NothingOfTheProduct() =>
        typeof(Recomputation).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    private static Deed Deed(double hours, string step, DateTimeOffset opened, string? outcome, string by) =>
        new(Monday.AddHours(hours), step, opened, step, null, outcome, by, new Dictionary<string, string>());

    private static Dictionary<string, string> At(DateTimeOffset moment) => new() { ["occurredAt"] = moment.ToString("O") };
}
