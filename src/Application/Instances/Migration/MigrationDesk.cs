using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;
using Bpm.Engine.Storage;

namespace Bpm.Application.Instances.Migration;

/// <summary>What planning, trying and moving share. Of a case that the caller may not read in full nothing is told that shows how far it is.</summary>
public sealed class MigrationDesk(
    IDefinitionStore definitions, GraphCache graphs, InstanceRepairs repairs, IJournalStore journals, Caller caller, BusinessClock clock)
{
    /// <summary>A version of the caller's organisation that is or was published.</summary>
    public async Task<Result<DefinitionRecord>> VersionAsync(string definitionId, int version, CancellationToken cancellationToken)
    {
        var record = await definitions.FindVersionAsync(definitionId, version, cancellationToken);
        if (record?.Organisation == caller.Member.Organisation)
            return record.IsDraft ? new MigrationVersionNotFound(version) : record;
        var latest = await definitions.FindLatestAsync(definitionId, cancellationToken);
        return latest?.Organisation == caller.Member.Organisation ? new MigrationVersionNotFound(version) : new DefinitionNotFound(definitionId);
    }

    /// <summary>The map between two versions.</summary>
    public async Task<Result<NodeMap>> MapAsync(
        string definitionId, int from, int to, IReadOnlyDictionary<string, string>? byHand, CancellationToken cancellationToken)
    {
        var (left, taken) = (await VersionAsync(definitionId, from, cancellationToken), await VersionAsync(definitionId, to, cancellationToken));
        if ((left.Refusal ?? taken.Refusal) is { } refusal)
            return refusal;
        try
        {
            return NodeMap.Of(graphs.Get(left.Value.Id), graphs.Get(taken.Value.Id), byHand);
        }
        catch (InvalidDefinitionException exception)
        {
            return new DefinitionInvalid(exception.Message);
        }
    }

    /// <summary>Tries one instance. Stores nothing.</summary>
    /// <returns>Its case and the burst to store, where it would go on; a burst that changed nothing where it is on the target version already.</returns>
    public async Task<Result<(Case? Complaint, Burst Burst)>> TryAsync(NodeMap map, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            if (await repairs.FindAsync(instanceId, cancellationToken) is not var (instance, complaint) || instance.DefinitionId != map.To.DefinitionId)
                return new InstanceNotFound();
            if (instance.VersionId == map.To.VersionId)
                return (complaint, Burst.None(instance));
            if (instance.VersionId != map.From.VersionId)
                return new MigrationVersionChanged(instance.Version);
            var journal = await journals.ReadAsync(instanceId, 1, int.MaxValue, cancellationToken);
            var moved = InstanceMigration.Move(map, instance, journal.Entries, caller.Name, clock.GetUtcNow());
            return moved.Burst is { } burst
                ? (complaint, burst)
                : new MigrationRefused(NumberOf(instance, complaint), repairs.ShowsAll(complaint) ? Shown(moved.Problems) : MaskedProblems.Of(moved.Problems, map));
        }
        catch (InvalidStateException)
        {
            return new MigrationStateDamaged();
        }
    }

    /// <summary>The result of one instance.</summary>
    public static MigrationOutcome Outcome(string instanceId, Result<(Case? Complaint, Burst Burst)> tried, string state) => tried.Refusal switch
    {
        null => new(instanceId, NumberOf(tried.Value.Burst.Instance, tried.Value.Complaint), tried.Value.Burst.Changed ? state : MigrationOutcome.Already, []),
        var refusal => Refused(instanceId, refusal),
    };

    /// <summary>The result of one instance that is refused.</summary>
    public static MigrationOutcome Refused(string instanceId, Refusal refusal) => refusal is MigrationRefused refused
        ? new(instanceId, refused.Number, MigrationOutcome.Refused, refused.Problems)
        : new(instanceId, null, MigrationOutcome.Refused, [new(refusal.Code, null, null, refusal.Message)]);

    /// <summary>Shows problems as the engine tells them.</summary>
    public static IReadOnlyList<MigrationProblemView> Shown(IEnumerable<MigrationProblem> problems) =>
        [.. problems.Select(problem => new MigrationProblemView(problem.Kind.ToString(), problem.FromPath, problem.ToPath, problem.Text))];

    private static string? NumberOf(WorkflowInstance instance, Case? complaint) => complaint?.Number ?? instance.CorrelationId;
}
