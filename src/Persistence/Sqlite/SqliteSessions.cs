using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Sqlite;

/// <summary>Statements on a session's connection.</summary>
internal static class SqliteSessions
{
    /// <summary>Runs one constant statement without values, compiled once.</summary>
    public static void Execute(this DatabaseSession session, string sql) => session.Commands.Bind(sql).ExecuteNonQuery();

    /// <summary>Runs statements that are used once.</summary>
    public static void Run(this DatabaseSession session, string sql)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of a query that is used once, as text.</summary>
    public static List<string> Column(this DatabaseSession session, string sql)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
