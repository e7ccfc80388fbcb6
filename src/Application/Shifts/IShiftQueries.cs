namespace Bpm.Application.Shifts;

/// <summary>Finds what a change of shift concerns.</summary>
public interface IShiftQueries
{
    /// <summary>Ids of the cases with a claimed task of one of the rules whose holder is not among the people named and who is not relieved yet.</summary>
    Task<IReadOnlyList<Guid>> CasesHeldByOthersAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> onDuty, CancellationToken cancellationToken);
}
