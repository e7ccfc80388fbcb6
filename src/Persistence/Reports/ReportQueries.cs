using System.Text.Json;
using Bpm.Application.Reports;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.FollowUp;
using Bpm.Domain.Notices;
using Bpm.Domain.Reports;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Reports;

internal sealed class ReportQueries(DatabaseScope scope) : IReportQueries
{
    public async Task<IReadOnlyList<ReportRow>> FollowUpsAsync(
        string organisation, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var found = await (
            from call in context.Set<FollowUpAttempt>().AsNoTracking()
            join its in context.Set<Case>() on call.CaseId equals its.Id
            where call.At >= since && call.At < until && its.Organisation == organisation && (channels.Count == 0 || channels.Contains(its.Channel))
            orderby call.At, call.Id
            select new { call.Id, call.At, call.By, call.Result, call.Attempt, its.Number, its.Category, its.Channel, its.Kind, its.Level })
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Select(call => call.Level != Confidentiality.Open
                ? new ReportRow(call.Number) { At = call.At }
                : new ReportRow(call.Number)
                {
                    Kind = call.Kind.Code(),
                    Category = call.Category,
                    Channel = call.Channel,
                    FollowUpId = call.Id,
                    Attempt = call.Attempt,
                    Result = call.Result.ToString(),
                    By = call.By,
                    At = call.At,
                }),
        ];
    }

    public async Task<IReadOnlyList<ReportRow>> OverdueAsync(string organisation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var clocks = context.Set<SlaClock>().AsNoTracking().Where(clock => clock.EndedAt == null && clock.DueAt <= at && clock.State != ClockState.Paused);
        return await ClocksAsync(context, clocks, organisation, [], at, cancellationToken);
    }

    public async Task<IReadOnlyList<ReportRow>> BreachesAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var clocks = context.Set<SlaClock>().AsNoTracking().Where(clock => clock.BreachedAt >= since && clock.BreachedAt < until);
        if (rules.Count > 0)
            clocks = clocks.Where(clock => rules.Contains(clock.RuleId));
        return await ClocksAsync(context, clocks, organisation, channels, now, cancellationToken);
    }

    public async Task<IReadOnlyList<ReportRow>> ChecksAsync(
        string organisation, string step, IReadOnlyList<string> fields, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var found = await (
            from task in context.Set<HumanTask>().AsNoTracking()
            join its in context.Set<Case>() on task.CaseId equals its.Id
            where task.Step == step && task.CompletedAt >= since && task.CompletedAt < until && task.State == TaskState.Completed
                && task.Organisation == organisation && its.Level == Confidentiality.Open
            orderby task.CompletedAt, task.Id
            select new { task.Answer, task.CompletedAt, task.CompletedBy, its.Number, its.Category, its.Kind })
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Select(check => new ReportRow(check.Number)
            {
                Kind = check.Kind.Code(),
                Category = check.Category,
                By = check.CompletedBy,
                At = check.CompletedAt,
                Findings = [.. fields.Where(field => check.Answer?.Value.Values.GetValueOrDefault(field).ValueKind == JsonValueKind.False)],
            }).Where(row => row.Findings!.Count > 0),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, ReportContact>> ContactsAsync(IReadOnlyList<Guid> followUps, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await (
            from call in context.Set<FollowUpAttempt>().AsNoTracking()
            join its in context.Set<Case>() on call.CaseId equals its.Id
            where followUps.Contains(call.Id) && its.Level == Confidentiality.Open
            select new { call.Id, call.Note, its.Details })
            .ToDictionaryAsync(
                call => call.Id,
                call => new ReportContact(call.Details.Value.Customer.Name, call.Details.Value.Customer.Phone, call.Note.Value),
                cancellationToken);
    }

    private static async Task<IReadOnlyList<ReportRow>> ClocksAsync(
        BpmDbContext context, IQueryable<SlaClock> clocks, string organisation, IReadOnlyList<string> channels, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var found = await (
            from clock in clocks
            join its in context.Set<Case>() on clock.CaseId equals its.Id
            where !clock.IsTarget && its.Organisation == organisation && its.Kind != ComplaintKind.Duty && (channels.Count == 0 || channels.Contains(its.Channel))
            orderby clock.DueAt, clock.Id
            select new
            {
                clock.Id, clock.RuleId, clock.Name, clock.DueAt, clock.EndedAt, Department = clock.Department ?? its.Department,
                its.Number, its.Category, its.Channel, its.Kind, its.Level,
            }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(clock =>
            {
                var late = new ReportRow(clock.Number)
                {
                    RuleName = NeutralText.ClockName,
                    OverdueMinutes = (long)Math.Max(0, ((clock.EndedAt ?? now) - clock.DueAt).TotalMinutes),
                };
                // The rule, the due time and the department of a confidential case can tell what was found.
                return clock.Level != Confidentiality.Open ? late with { OverdueMinutes = null } : late with
                {
                    Kind = clock.Kind.Code(),
                    Category = clock.Category,
                    Channel = clock.Channel,
                    Department = clock.Department,
                    ClockId = clock.Id,
                    Rule = clock.RuleId,
                    RuleName = clock.Name,
                    DueAt = clock.DueAt,
                    EndedAt = clock.EndedAt,
                };
            }),
        ];
    }
}
