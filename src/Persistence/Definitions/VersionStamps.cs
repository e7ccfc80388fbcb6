using Bpm.Application.Descriptors;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Definitions;

/// <summary>Reads what tells versions apart from their columns alone.</summary>
internal sealed class VersionStamps(DatabaseScope scope) : IVersionStamps
{
    public async Task<IReadOnlyList<VersionStamp>> ListAsync(string organisation, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(
            """
            SELECT "Id", "DefinitionId", "Version", "IsPublished", "Revision" || ':' || "SavedAt" || ':' || length("Json") FROM "Definitions" WHERE "Organisation" = @p0
            ORDER BY "DefinitionId", "Version"
            """,
            organisation);
        var stamps = new List<VersionStamp>();
        while (await row.ReadAsync(cancellationToken))
            stamps.Add(new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetBoolean(3), row.GetString(4)));
        return stamps;
    }
}
