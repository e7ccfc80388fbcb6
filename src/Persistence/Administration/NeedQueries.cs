using System.Globalization;
using Bpm.Application.Administration.Documents;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Administration;

internal sealed class NeedQueries(DatabaseScope scope) : INeedQueries
{
    public async Task<int> OpenTasksForAsync(string organisation, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        var count = 0;
        foreach (var key in keys)
        {
            count += Convert.ToInt32(
                await commands.Bind("""SELECT count(*) FROM "OpenTaskKeys" WHERE "Organisation" = @p0 AND "TaskKey" = @p1""", organisation, key)
                    .ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        return count;
    }

    public async Task<int> TasksHeldByAsync(string organisation, string userName, CancellationToken cancellationToken) =>
        await (await scope.ReadAsync(cancellationToken)).Context.Set<HumanTask>().AsNoTracking()
            .CountAsync(task => task.State == TaskState.Claimed && task.Organisation == organisation && (task.Assignee == userName || task.Owner == userName), cancellationToken);

    public async Task<int> OpenCasesOfAsync(string organisation, string department, CancellationToken cancellationToken) =>
        await (await scope.ReadAsync(cancellationToken)).Context.Set<Case>().AsNoTracking()
            .CountAsync(its => its.Organisation == organisation && its.Status == CaseStatus.Open && its.Department == department, cancellationToken);

    public async Task<int> EstimatedCasesAsync(string organisation, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await (
            from clock in context.Set<SlaClock>().AsNoTracking()
            join its in context.Set<Case>() on clock.CaseId equals its.Id
            where clock.EndedAt == null && clock.Estimated && its.Organisation == organisation
            select its.Id).Distinct().CountAsync(cancellationToken);
    }
}
