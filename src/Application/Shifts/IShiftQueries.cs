namespace Bpm.Application.Shifts;

/// <summary>Finds what a change of shift concerns.</summary>
public interface IShiftQueries
{
    /// <summary>Ids of the cases with a task of one of the rules that one of the people named has claimed and is not relieved of yet.</summary>
    Task<IReadOnlyList<Guid>> CasesHeldByAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> holders, CancellationToken cancellationToken);
}
