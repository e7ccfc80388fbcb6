using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bpm.Persistence.Sqlite;

/// <summary>
/// Brings the tables up to date, all or nothing. EF's own <c>Migrate</c> is not used: its lock is a row that a killed
/// process leaves behind, and every later start then waits for ever. Here the lock is the transaction.
/// </summary>
internal static class SqliteMigrator
{
    /// <summary>Applies what is missing.</summary>
    /// <returns>The migrations applied now, in order.</returns>
    /// <exception cref="InvalidOperationException">The database is newer than the program, or does not pass the key check.</exception>
    public static IReadOnlyList<string> Migrate(DatabaseSession session)
    {
        // Migrations rebuild tables; with checks on, dropping the old one would delete what refers to it.
        session.Run("PRAGMA foreign_keys=OFF");
        session.Run("BEGIN IMMEDIATE");
        try
        {
            var pending = Apply(session);
            session.Run("COMMIT");
            return pending;
        }
        catch
        {
            session.Run("ROLLBACK");
            throw;
        }
        finally
        {
            session.Run("PRAGMA foreign_keys=ON");
        }
    }

    private static List<string> Apply(DatabaseSession session)
    {
        var known = session.Context.GetService<IMigrationsAssembly>().Migrations.Keys.ToList();
        var applied = Applied(session);
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw new InvalidOperationException($"The database was made by a newer version of the program (migration {newer}); start that version.");
        var pending = known.Except(applied).ToList();
        if (pending.Count == 0)
            return pending;

        var script = session.Context.GetService<IMigrator>().GenerateScript(
            applied.Count == 0 ? Migration.InitialDatabase : applied[^1], null, MigrationsSqlGenerationOptions.NoTransactions);
        session.Run(script);
        if (session.Column("PRAGMA foreign_key_check").Count > 0)
            throw new InvalidOperationException("After the migration rows refer to rows that do not exist; the database is left as it was.");
        return pending;
    }

    private static List<string> Applied(DatabaseSession session) =>
        session.Column("SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0
            ? []
            : session.Column("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"");
}
