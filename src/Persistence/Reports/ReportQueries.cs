using System.Text.Json;
using Bpm.Application;
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
        return await RowsAsync(Listed(context, clocks, organisation, []), at, cancellationToken);
    }

    public async Task<Page<ReportRow>> OverduePageAsync(string organisation, DateTimeOffset at, int page, int pageSize, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        // The cross join leads from the index of open clocks to their cases, never through all cases of the organisation.
        const string from = """
            FROM "SlaClocks" k CROSS JOIN "Cases" c WHERE c."Id" = k."CaseId" AND k."EndedAt" IS NULL AND k."DueAt" <= @p0 AND k."State" <> 'Paused'
              AND k."IsTarget" = FALSE AND c."Organisation" = @p1 AND c."Kind" <> 'Duty'
            """;
        var total = (long)(await session.Commands.Bind($"SELECT count(*) {from}", at.UtcTicks, organisation).ExecuteScalarAsync(cancellationToken))!;
        var ids = new List<Guid>();
        using (var row = await session.Commands.QueryAsync(
            $"""SELECT k."Id" {from} ORDER BY k."DueAt", k."Id" LIMIT @p2 OFFSET @p3""", at.UtcTicks, organisation, (long)pageSize, (long)page * pageSize))
        {
            while (await row.ReadAsync(cancellationToken))
                ids.Add(session.Id(row.GetValue(0)));
        }

        var clocks = session.Context.Set<SlaClock>().AsNoTracking().Where(clock => ids.Contains(clock.Id));
        return new(await RowsAsync(Listed(session.Context, clocks, organisation, []), at, cancellationToken), checked((int)total));
    }

    public async Task<IReadOnlyList<ReportRow>> BreachesAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var clocks = context.Set<SlaClock>().AsNoTracking().Where(clock => clock.BreachedAt >= since && clock.BreachedAt < until);
        if (rules.Count > 0)
            clocks = clocks.Where(clock => rules.Contains(clock.RuleId));
        return await RowsAsync(Listed(context, clocks, organisation, channels), now, cancellationToken);
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

    private static IQueryable<ListedClock> Listed(BpmDbContext context, IQueryable<SlaClock> clocks, string organisation, IReadOnlyList<string> channels) =>
        from clock in clocks
        join its in context.Set<Case>() on clock.CaseId equals its.Id
        where !clock.IsTarget && its.Organisation == organisation && its.Kind != ComplaintKind.Duty && (channels.Count == 0 || channels.Contains(its.Channel))
        orderby clock.DueAt, clock.Id
        select new ListedClock
        {
            Id = clock.Id,
            RuleId = clock.RuleId,
            Name = clock.Name,
            DueAt = clock.DueAt,
            EndedAt = clock.EndedAt,
            Department = clock.Department ?? its.Department,
            Number = its.Number,
            Category = its.Category,
            Channel = its.Channel,
            Kind = its.Kind,
            Level = its.Level,
        };

    private static async Task<IReadOnlyList<ReportRow>> RowsAsync(IQueryable<ListedClock> clocks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await clocks.ToListAsync(cancellationToken);
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

    private sealed class ListedClock
    {
        public Guid Id { get; init; }

        public string RuleId { get; init; } = "";

        public string Name { get; init; } = "";

        public DateTimeOffset DueAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public string? Department { get; init; }

        public string Number { get; init; } = "";

        public string Category { get; init; } = "";

        public string Channel { get; init; } = "";

        public ComplaintKind Kind { get; init; }

        public Confidentiality Level { get; init; }
    }
}
