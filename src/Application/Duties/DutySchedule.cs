using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Transactions;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Application.Duties;

/// <summary>
/// Keeps one due row for each duty of an organisation: the day that comes next. Writing needs a running transaction; the row is unique,
/// so that two nodes that start at once leave one.
/// </summary>
public sealed class DutySchedule(IDueRows dueRows, ITransaction transaction, DueSignal signal, BusinessClock clock)
{
    /// <summary>Writes the rows that are missing: those of a new installation, of a new duty, of a database from before there were duties.</summary>
    public async Task EnsureAsync(Installed home, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var duty in home.Directory.Profile.Duties.Values.Where(duty => duty.IsByCalendar))
        {
            if (await dueRows.AnyAsync(DueKind.Duty, home.Code, duty.Code, cancellationToken))
                continue;
            await PutAsync(home, duty, First(home, duty, now), cancellationToken);
        }
    }

    /// <summary>Puts the row of the first day after one.</summary>
    public Task ContinueAsync(Installed home, DutyProfile duty, DateOnly after, CancellationToken cancellationToken) =>
        PutAsync(home, duty, Next(home, duty, after), cancellationToken);

    /// <summary>Moves the rows of duties whose next day is another one by the calendar that is in force from now on.</summary>
    public async Task FollowCalendarAsync(Installed before, Installed next, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var duty in next.Directory.Profile.Duties.Values.Where(duty => duty.IsByCalendar))
        {
            var first = First(next, duty, now);
            if (first != First(before, duty, now))
                await PutAsync(next, duty, first, cancellationToken);
        }
    }

    /// <summary>When a duty's clocks start on a day.</summary>
    public static DateTimeOffset StartOf(Installed home, DutyProfile duty, DateOnly day)
    {
        var opens = home.Calendar.At(day, duty.At);
        return home.Calendar.At(day, RecurrenceOf(home, duty, opens).At);
    }

    private async Task PutAsync(Installed home, DutyProfile duty, DateOnly day, CancellationToken cancellationToken)
    {
        await dueRows.PutAsync(
            DueKind.Duty, home.Code, home.Code, duty.Code, home.Calendar.At(day, duty.At), Occurrence.Write(day), cancellationToken);
        transaction.AfterCommit(signal.Set);
    }

    private static DateOnly First(Installed home, DutyProfile duty, DateTimeOffset now)
    {
        var today = home.Calendar.DayOf(now);
        return RecurrenceOf(home, duty, now).Falls(today, home.Calendar) && home.Calendar.At(today, duty.At) > now ? today : Next(home, duty, today);
    }

    private static DateOnly Next(Installed home, DutyProfile duty, DateOnly after)
    {
        var day = after;
        do
            day = day.AddDays(1);
        while (!RecurrenceOf(home, duty, home.Calendar.At(day, duty.At)).Falls(day, home.Calendar));
        return day;
    }

    private static Recurrence RecurrenceOf(Installed home, DutyProfile duty, DateTimeOffset at) =>
        (home.RulesFor(at).Find(duty.Rules[0]) ?? home.RuleSets[0].Find(duty.Rules[0]))?.Recurrence
        ?? throw new InvalidOperationException($"Rule {duty.Rules[0]} of duty {duty.Code} does not recur.");
}
