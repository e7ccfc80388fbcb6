using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bpm.Persistence.Scopes;

/// <summary>The commands of one connection, each compiled by the database once. Parameters are <c>@p0</c>, <c>@p1</c> … in order.</summary>
/// <param name="connection">Open, and used by one caller at a time.</param>
internal sealed class PreparedCommands(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The command of this text with these values. It stays the connection's: read it to the end, do not dispose it.</summary>
    /// <param name="sql">A constant; every text is kept as long as the connection.</param>
    /// <param name="values">long, string, byte[], or null.</param>
    public DbCommand Bind(string sql, params ReadOnlySpan<object?> values)
    {
        ref var command = ref CollectionsMarshal.GetValueRefOrAddDefault(_commands, sql, out _);
        command ??= Prepare(sql, values);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    /// <summary>Runs a command that returns no rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQueryAsync();

    /// <summary>Runs a query. Dispose the reader before the next command of the same text.</summary>
    public Task<DbDataReader> QueryAsync(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReaderAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
