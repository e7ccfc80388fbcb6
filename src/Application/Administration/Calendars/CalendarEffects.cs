using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Duties;
using Bpm.Application.Installation;
using Bpm.Application.Transactions;

namespace Bpm.Application.Administration.Calendars;

/// <summary>
/// What follows from another calendar: every case with a clock that may move gets a due row of its own, so that thousands of cases do not
/// wait in one transaction; duties come on their new days.
/// </summary>
public sealed class CalendarEffects(
    ICalendarQueries queries, IDueRows dueRows, DutySchedule duties, ITransaction transaction, DueSignal signal, BusinessClock clock)
{
    /// <summary>Within the transaction that changes the calendar.</summary>
    /// <param name="changedFrom">The first day that may be another one now.</param>
    public async Task FollowAsync(Installed before, Installed next, DateOnly changedFrom, CancellationToken cancellationToken)
    {
        var from = next.Calendar.At(changedFrom, TimeOnly.MinValue);
        foreach (var id in await queries.CasesDueAfterAsync(next.Code, from, cancellationToken))
            await dueRows.PutAsync(DueKind.Calendar, next.Code, id.ToString("N"), "calendar", clock.GetUtcNow(), null, cancellationToken);
        await duties.FollowCalendarAsync(before, next, cancellationToken);
        transaction.AfterCommit(signal.Set);
    }
}
