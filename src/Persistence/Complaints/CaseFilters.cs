using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;

namespace Bpm.Persistence.Complaints;

/// <summary>A <see cref="CaseFilter"/> as conditions of a query.</summary>
internal static class CaseFilters
{
    public static IQueryable<Case> Apply(IQueryable<Case> cases, CaseFilter filter)
    {
        cases = cases.Where(c => c.Organisation == filter.Organisation && c.Kind != ComplaintKind.Duty);
        if (filter.Status is { } status)
            cases = cases.Where(c => c.Status == status);
        if (filter.Unspoken.Count > 0 && (filter.Category ?? filter.Channel) is not null)
            cases = cases.Where(c => !filter.Unspoken.Contains(c.Level));
        if (filter.Category is { } category)
            cases = cases.Where(c => c.Category == category);
        if (filter.Channel is { } channel)
            cases = cases.Where(c => c.Channel == channel);
        if (filter.Level is { } level)
            cases = cases.Where(c => c.Level == level);
        if (filter.Number is { } number)
            cases = cases.Where(c => c.Number.Contains(number));
        if (filter.ReceivedFrom is { } from)
            cases = cases.Where(c => c.ReceivedAt >= from);
        if (filter.ReceivedBefore is { } before)
            cases = cases.Where(c => c.ReceivedAt < before);
        return cases;
    }
}
