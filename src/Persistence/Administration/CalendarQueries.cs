using Bpm.Application.Administration.Calendars;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Administration;

internal sealed class CalendarQueries(DatabaseScope scope) : ICalendarQueries
{
    // Wall clocks stay where they are; the escalations of some come on working days, and are left as they were announced.
    public async Task<IReadOnlyList<Guid>> CasesDueAfterAsync(string organisation, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await (
            from clock in context.Set<SlaClock>().AsNoTracking()
            join its in context.Set<Case>() on clock.CaseId equals its.Id
            where clock.EndedAt == null && (clock.Estimated || clock.DueAt >= since)
                && (clock.Kind == ClockKind.WorkingDay || clock.Kind == ClockKind.WorkingHours) && its.Organisation == organisation
            select its.Id).Distinct().ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<OpenLimit>> OpenLimitsAsync(string organisation, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await (
            from clock in context.Set<SlaClock>().AsNoTracking()
            join its in context.Set<Case>() on clock.CaseId equals its.Id
            where clock.EndedAt == null && (clock.Estimated || clock.DueAt >= since)
                && (clock.Kind == ClockKind.WorkingDay || clock.Kind == ClockKind.WorkingHours) && its.Organisation == organisation
            orderby clock.DueAt
            select new OpenLimit(clock.RuleId, clock.StartedAt, clock.RegulationDueAt, its.ReceivedAt, its.Level == Confidentiality.Strict)).Take(most).ToListAsync(cancellationToken);
    }
}
