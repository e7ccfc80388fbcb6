using System.Linq.Expressions;
using Bpm.Application;
using Bpm.Application.Definitions;
using Bpm.Application.Instances.Viewing;
using Bpm.Engine.Execution;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace Bpm.Persistence.Instances;

/// <summary>Composes the questions of lists; their number is too great for prepared commands.</summary>
internal sealed class InstanceSearches(DatabaseScope scope) : IInstanceSearches
{
    // The wrapper around the columns: what the database gives before the words become enums.
    private static readonly Expression<Func<Row, Found>> _columns = row => new Found(
        EF.Property<string>(row, "Id"), EF.Property<string>(row, "DefinitionId"), EF.Property<string>(row, "VersionId"), EF.Property<int>(row, "Version"),
        EF.Property<string?>(row, "CorrelationId"), EF.Property<string?>(row, "Name"), EF.Property<string>(row, "Status"), EF.Property<string>(row, "SubStatus"),
        EF.Property<int>(row, "IncidentCount"), EF.Property<DateTimeOffset>(row, "CreatedAt"), EF.Property<DateTimeOffset>(row, "UpdatedAt"),
        EF.Property<DateTimeOffset?>(row, "FinishedAt"));

    public async Task<Page<InstanceSummary>> FindAsync(string organisation, InstanceSearch search, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var wanted = Wanted(context, organisation, search);
        var total = await wanted.CountAsync(cancellationToken);
        var rows = await Ordered(wanted, search).Skip(search.Page * search.PageSize).Take(search.PageSize).Select(_columns).ToListAsync(cancellationToken);
        return new([.. rows.Select(row => row.Summary())], total);
    }

    public async Task<InstanceSummary?> FindAsync(string organisation, string instanceId, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var found = await Of(context, organisation).Where(row => EF.Property<string>(row, "Id") == instanceId).Select(_columns).FirstOrDefaultAsync(cancellationToken);
        return found?.Summary();
    }

    public async Task<IReadOnlyList<string>> RunningAsync(
        string organisation, string? definitionId, string? versionId, int most, CancellationToken cancellationToken)
    {
        var running = Of((await scope.ReadAsync(cancellationToken)).Context, organisation)
            .Where(row => EF.Property<string>(row, "Status") == nameof(WorkflowStatus.Running));
        if (definitionId is not null)
            running = running.Where(row => EF.Property<string>(row, "DefinitionId") == definitionId);
        if (versionId is not null)
            running = running.Where(row => EF.Property<string>(row, "VersionId") == versionId);
        return await running.OrderBy(row => EF.Property<DateTimeOffset>(row, "CreatedAt")).Take(most)
            .Select(row => EF.Property<string>(row, "Id")).ToListAsync(cancellationToken);
    }

    private static IQueryable<Row> Of(BpmDbContext context, string organisation) =>
        context.Set<Row>("WorkflowInstances").AsNoTracking().Where(row => EF.Property<string>(row, "Organisation") == organisation);

    private static IQueryable<Row> Wanted(BpmDbContext context, string organisation, InstanceSearch search)
    {
        var wanted = Of(context, organisation);
        if (search.DefinitionIds.Count > 0)
            wanted = wanted.Where(row => search.DefinitionIds.Contains(EF.Property<string>(row, "DefinitionId")));
        if (search.VersionIds.Count > 0)
            wanted = wanted.Where(row => search.VersionIds.Contains(EF.Property<string>(row, "VersionId")));
        if (search.CorrelationId is { Length: > 0 } correlation)
            wanted = wanted.Where(row => EF.Property<string?>(row, "CorrelationId") == correlation);
        if (search.Version is { } version)
            wanted = wanted.Where(row => EF.Property<int>(row, "Version") == version);
        if (search.HasIncidents is { } incidents)
            wanted = incidents ? wanted.Where(row => EF.Property<int>(row, "IncidentCount") > 0) : wanted.Where(row => EF.Property<int>(row, "IncidentCount") == 0);
        if (search.Statuses.Count > 0)
            wanted = wanted.Where(row => search.Statuses.Contains(EF.Property<string>(row, "Status")));
        if (search.SubStatuses.Count > 0)
            wanted = wanted.Where(row => search.SubStatuses.Contains(EF.Property<string>(row, "SubStatus")));
        if (search.Text?.Trim() is { Length: > 0 } text)
        {
            var named = context.Set<DefinitionRecord>().Where(d => d.Organisation == organisation && d.Name.Contains(text)).Select(d => d.DefinitionId);
            wanted = wanted.Where(row => EF.Property<string>(row, "Id") == text || EF.Property<string?>(row, "CorrelationId")!.Contains(text)
                || EF.Property<string?>(row, "Name")!.Contains(text) || named.Contains(EF.Property<string>(row, "DefinitionId")));
        }

        return search.Moments.Aggregate(wanted, MomentFilters.Apply);
    }

    private static IQueryable<Row> Ordered(IQueryable<Row> wanted, InstanceSearch search) => (search.Order, search.Descending) switch
    {
        (InstanceOrder.Name, false) => wanted.OrderBy(row => EF.Property<string?>(row, "Name")).ThenBy(row => EF.Property<string>(row, "Id")),
        (InstanceOrder.Name, true) => wanted.OrderByDescending(row => EF.Property<string?>(row, "Name")).ThenByDescending(row => EF.Property<string>(row, "Id")),
        (var order, false) => wanted.OrderBy(MomentFilters.Column(order)).ThenBy(row => EF.Property<string>(row, "Id")),
        (var order, true) => wanted.OrderByDescending(MomentFilters.Column(order)).ThenByDescending(row => EF.Property<string>(row, "Id")),
    };

    private sealed record Found(
        string Id, string DefinitionId, string VersionId, int Version, string? CorrelationId, string? Name, string Status, string SubStatus, int IncidentCount,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
    {
        public InstanceSummary Summary() => new(
            Id, DefinitionId, VersionId, Version, CorrelationId, Name, Enum.Parse<WorkflowStatus>(Status), Enum.Parse<WorkflowSubStatus>(SubStatus), IncidentCount,
            CreatedAt, UpdatedAt, FinishedAt);
    }
}
