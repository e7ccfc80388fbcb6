using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Sqlite;

/// <summary>A sealed word in the database tells whether a key is the one that its texts are sealed with, before any text is asked for.</summary>
internal static class SqliteKeyCheck
{
    private const string Place = "TextKeys.Check";

    /// <summary>True when the database has been sealed with some key. A file that does not exist has not.</summary>
    public static bool IsKeyed(SqliteConnections connections)
    {
        if (!File.Exists(connections.File))
            return false;
        using var connection = connections.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'TextKeys'";
        if (command.ExecuteScalar() is not > 0L)
            return false;
        command.CommandText = """SELECT count(*) FROM "TextKeys" """;
        return command.ExecuteScalar() is > 0L;
    }

    /// <summary>Writes the word at the first start, and opens it at every other.</summary>
    /// <exception cref="TextKeyException">The key is not the database's.</exception>
    public static void Verify(DatabaseSession session, TextCipher cipher, TextKeyFile file)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = """SELECT "Check" FROM "TextKeys" WHERE "Version" = 1""";
        if (command.ExecuteScalar() is byte[] check)
        {
            Open(cipher, check, file);
            return;
        }

        command.CommandText = """INSERT INTO "TextKeys" ("Version", "Check") VALUES (1, @check) ON CONFLICT DO NOTHING""";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@check", cipher.Seal("bpm"u8, Place));
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }

    private static void Open(TextCipher cipher, byte[] check, TextKeyFile file)
    {
        try
        {
            cipher.Open(check, Place);
        }
        catch (TextKeyException e)
        {
            throw new TextKeyException($"{file.Path} is not the key that this database is sealed with: put the right one there (it is part of every backup).", e);
        }
    }
}
