using Bpm.Application;
using Bpm.Application.Tasks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Tasks;

/// <summary>A list is at most three queries: how many, which, and the rows of the page.</summary>
internal sealed class TaskQueries(DatabaseScope scope) : ITaskQueries
{
    public async Task<Page<TaskRow>> SearchAsync(TaskFilter filter, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var values = new SqlValues();
        var list = TaskLists.Of(filter, values);
        object?[] condition = values.ToArray();
        var page = list.Page(values.Add((long)filter.PageSize), values.Add((long)filter.Page * filter.PageSize));
        var ids = new List<Guid>();
        long? counted = null;
        using (var row = await session.Commands.QueryAsync(page, values.ToArray()))
        {
            while (await row.ReadAsync(cancellationToken))
            {
                ids.Add(session.Id(row.GetValue(0)));
                if (list.IsCounted)
                    counted = row.GetInt64(1);
            }
        }

        // A page beyond the end says nothing of the list.
        var total = counted ?? (long)(await session.Commands.Bind(list.Count, condition).ExecuteScalarAsync(cancellationToken))!;

        var rows = await RowsAsync(session.Context, ids, cancellationToken);
        return new([.. ids.Select(id => rows[id])], checked((int)total));
    }

    public async Task<IReadOnlyDictionary<TaskScope, int>> CountAsync(TaskFilter filter, IReadOnlyList<TaskScope> scopes, CancellationToken cancellationToken)
    {
        if (scopes.Count == 0)
            return new Dictionary<TaskScope, int>();
        var session = await scope.ReadAsync(cancellationToken);
        var values = new SqlValues();
        var counts = scopes.Select(one => $"({TaskLists.Of(filter with { Scope = one }, values).Count})").ToList();
        using var row = await session.Commands.QueryAsync($"SELECT {string.Join(", ", counts)}", values.ToArray());
        await row.ReadAsync(cancellationToken);
        return scopes.Index().ToDictionary(one => one.Item, one => checked((int)row.GetInt64(one.Index)));
    }

    private static Task<Dictionary<Guid, TaskRow>> RowsAsync(BpmDbContext context, List<Guid> ids, CancellationToken cancellationToken) =>
        (from task in context.Set<HumanTask>().AsNoTracking()
         join its in context.Set<Case>().AsNoTracking() on task.CaseId equals its.Id
         where ids.Contains(task.Id)
         select new TaskRow(task, its.Number, its.Category, its.Level)).ToDictionaryAsync(row => row.Task.Id, cancellationToken);
}
