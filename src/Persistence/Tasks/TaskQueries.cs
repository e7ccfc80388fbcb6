using Bpm.Application;
using Bpm.Application.Tasks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Tasks;

/// <summary>A list is three queries: how many, which, and the rows of the page.</summary>
internal sealed class TaskQueries(DatabaseScope scope) : ITaskQueries
{
    public async Task<Page<TaskRow>> SearchAsync(TaskFilter filter, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var list = TaskLists.Of(filter);
        var total = (long)(await session.Commands.Bind(list.Count, list.Values).ExecuteScalarAsync(cancellationToken))!;
        var ids = new List<Guid>();
        using (var row = await session.Commands.QueryAsync(list.Page, [.. list.Values, (long)filter.PageSize, (long)filter.Page * filter.PageSize]))
        {
            while (await row.ReadAsync(cancellationToken))
                ids.Add(session.Id(row.GetValue(0)));
        }

        var rows = await RowsAsync(session.Context, ids, cancellationToken);
        return new([.. ids.Select(id => rows[id])], checked((int)total));
    }

    private static Task<Dictionary<Guid, TaskRow>> RowsAsync(BpmDbContext context, List<Guid> ids, CancellationToken cancellationToken) =>
        (from task in context.Set<HumanTask>().AsNoTracking()
         join its in context.Set<Case>().AsNoTracking() on task.CaseId equals its.Id
         where ids.Contains(task.Id)
         select new TaskRow(task, its.Number, its.Category, its.Level)).ToDictionaryAsync(row => row.Task.Id, cancellationToken);
}
