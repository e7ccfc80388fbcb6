namespace Bpm.Application.Triggers;

/// <summary>The triggers of all published definitions. Writing needs a running transaction.</summary>
public interface ITriggerIndex
{
    /// <summary>All triggers of a definition.</summary>
    Task<IReadOnlyList<TriggerRow>> OfDefinitionAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Triggers of an organisation that a stimulus starts.</summary>
    Task<IReadOnlyList<TriggerRow>> MatchAsync(string hash, string organisation, CancellationToken cancellationToken);

    /// <summary>Makes these the triggers of a definition, in place of those that it had.</summary>
    Task ReplaceAsync(string definitionId, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken);
}
