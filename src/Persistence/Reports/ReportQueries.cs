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
using Bpm.Persistence.Tasks;
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

    public Task<Page<ReportRow>> OverduePageAsync(string organisation, DateTimeOffset at, int page, int pageSize, CancellationToken cancellationToken)
    {
        var values = new SqlValues();
        return PageAsync($"""k."EndedAt" IS NULL AND k."DueAt" <= {values.Add(at.UtcTicks)} AND k."State" <> 'Paused'""", values, organisation, [], at, page, pageSize, cancellationToken);
    }

    public Task<Page<ReportRow>> BreachesPageAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now, int page,
        int pageSize, CancellationToken cancellationToken)
    {
        var values = new SqlValues();
        var missed = $"""k."BreachedAt" >= {values.Add(since.UtcTicks)} AND k."BreachedAt" < {values.Add(until.UtcTicks)}""";
        if (rules.Count > 0)
            missed += $""" AND k."RuleId" IN ({values.Add(rules)})""";
        return PageAsync(missed, values, organisation, channels, now, page, pageSize, cancellationToken);
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

    // The cross join leads from the index of these clocks to their cases, never through all cases of the organisation.
    private async Task<Page<ReportRow>> PageAsync(
        string condition, SqlValues values, string organisation, IReadOnlyList<string> channels, DateTimeOffset now, int page, int pageSize,
        CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var from = $"""
            FROM "SlaClocks" k CROSS JOIN "Cases" c WHERE c."Id" = k."CaseId" AND {condition} AND k."IsTarget" = FALSE
              AND c."Organisation" = {values.Add(organisation)} AND c."Kind" <> 'Duty'{(channels.Count > 0 ? $""" AND c."Channel" IN ({values.Add(channels)})""" : "")}
            """;
        var total = (long)(await session.Commands.Bind($"SELECT count(*) {from}", values.ToArray()).ExecuteScalarAsync(cancellationToken))!;
        var text = $"""SELECT k."Id" {from} ORDER BY k."DueAt", k."Id" LIMIT {values.Add((long)pageSize)} OFFSET {values.Add((long)page * pageSize)}""";
        var ids = new List<Guid>();
        using (var row = await session.Commands.QueryAsync(text, values.ToArray()))
        {
            while (await row.ReadAsync(cancellationToken))
                ids.Add(session.Id(row.GetValue(0)));
        }

        var clocks = session.Context.Set<SlaClock>().AsNoTracking().Where(clock => ids.Contains(clock.Id));
        var rows = OfCases(session.Context, clocks).OrderBy(row => row.DueAt).ThenBy(row => row.Id);
        return new(await RowsAsync(rows, now, cancellationToken), checked((int)total));
    }

    private static IQueryable<ListedClock> Listed(BpmDbContext context, IQueryable<SlaClock> clocks, string organisation, IReadOnlyList<string> channels) =>
        from row in OfCases(context, clocks.Where(clock => !clock.IsTarget))
        where row.Organisation == organisation && row.Kind != ComplaintKind.Duty && (channels.Count == 0 || channels.Contains(row.Channel))
        orderby row.DueAt, row.Id
        select row;

    private static IQueryable<ListedClock> OfCases(BpmDbContext context, IQueryable<SlaClock> clocks) =>
        from clock in clocks
        join its in context.Set<Case>() on clock.CaseId equals its.Id
        select new ListedClock
        {
            Id = clock.Id,
            RuleId = clock.RuleId,
            Name = clock.Name,
            DueAt = clock.DueAt,
            EndedAt = clock.EndedAt,
            Department = clock.Department ?? its.Department,
            Organisation = its.Organisation,
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

        public string Organisation { get; init; } = "";

        public string Number { get; init; } = "";

        public string Category { get; init; } = "";

        public string Channel { get; init; } = "";

        public ComplaintKind Kind { get; init; }

        public Confidentiality Level { get; init; }
    }
}
