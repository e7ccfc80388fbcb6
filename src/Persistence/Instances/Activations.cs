using Bpm.Application.Instances;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>
/// Asks the running instances and marks the new one. In the one write transaction that a database with one writer has at a time, the
/// question alone is exact; where writers run side by side the unique index decides.
/// </summary>
internal sealed class Activations(DatabaseScope scope) : IActivations
{
    private const string OfDefinition =
        """
        SELECT 1 FROM "WorkflowInstances" WHERE "DefinitionId" = @p0 AND "Status" = 'Running' AND "Organisation" = @p1 AND "Id" <> @p2 LIMIT 1
        """;

    private const string OfCorrelation =
        """
        SELECT 1 FROM "WorkflowInstances" WHERE "CorrelationId" = @p0 AND "Organisation" = @p1 AND "Status" = 'Running' AND "Id" <> @p2 LIMIT 1
        """;

    private const string OfBoth =
        """
        SELECT 1 FROM "WorkflowInstances"
        WHERE "CorrelationId" = @p0 AND "Organisation" = @p1 AND "Status" = 'Running' AND "Id" <> @p2 AND "DefinitionId" = @p3 LIMIT 1
        """;

    public async Task<bool> IsTakenAsync(Activation activation, string? except, CancellationToken cancellationToken)
    {
        var (organisation, definition, correlation) = activation;
        var commands = scope.Write.Commands;
        var question = (definition, correlation) switch
        {
            ({ }, null) => commands.Bind(OfDefinition, definition, organisation, except ?? ""),
            (null, { }) => commands.Bind(OfCorrelation, correlation, organisation, except ?? ""),
            ({ }, { }) => commands.Bind(OfBoth, correlation, organisation, except ?? "", definition),
            (null, null) => throw new ArgumentException("Neither a definition nor a correlation id is given.", nameof(activation)),
        };
        return await question.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public Task HoldAsync(string instanceId, string key, CancellationToken cancellationToken) =>
        scope.Write.Commands.ExecuteAsync("""UPDATE "WorkflowInstances" SET "ActivationKey" = @p0 WHERE "Id" = @p1""", key, instanceId);
}
