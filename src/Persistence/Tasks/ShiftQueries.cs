using Bpm.Application.Shifts;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Tasks;

internal sealed class ShiftQueries(DatabaseScope scope) : IShiftQueries
{
    public async Task<IReadOnlyList<Guid>> CasesHeldByAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> holders, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await context.Set<HumanTask>().AsNoTracking()
            .Where(task => task.State == TaskState.Claimed && !task.Relieved && task.Organisation == organisation
                && task.RuleId != null && rules.Contains(task.RuleId) && task.Assignee != null && holders.Contains(task.Assignee))
            .Select(task => task.CaseId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
    }
}
