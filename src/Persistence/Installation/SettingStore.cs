using Bpm.Application.Installation;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Installation;

internal sealed class SettingStore(DatabaseScope scope) : ISettings
{
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Commands.Bind("""SELECT "Value" FROM "Settings" WHERE "Name" = @p0""", name)
            .ExecuteScalarAsync(cancellationToken) as string;
    }

    public Task PutAsync(string name, string value, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """
        INSERT INTO "Settings" ("Name", "Value") VALUES (@p0, @p1)
        ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"
        """,
        name, value);
}
