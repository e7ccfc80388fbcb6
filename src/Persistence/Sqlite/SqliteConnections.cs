using Microsoft.Data.Sqlite;

namespace Bpm.Persistence.Sqlite;

/// <summary>Opens connections with the settings that every one of them must have.</summary>
internal sealed class SqliteConnections
{
    private readonly string _connectionString;

    /// <param name="connectionString">Names the file; pooling is ours, so that a connection keeps its prepared statements.</param>
    public SqliteConnections(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Mode = SqliteOpenMode.ReadWriteCreate,
        };
        (_connectionString, File) = (builder.ToString(), Path.GetFullPath(builder.DataSource));
    }

    /// <summary>Absolute path of the database file.</summary>
    public string File { get; }

    /// <summary>The connection that writes. Each commit is on the disk when it returns.</summary>
    public SqliteConnection OpenWriter() => Open("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;");

    /// <summary>
    /// A connection that refuses to write. It reads the file where the operating system holds it: what a list touches here and there is not
    /// copied page by page.
    /// </summary>
    public SqliteConnection OpenReader() => Open("PRAGMA query_only=ON; PRAGMA cache_size=-16384; PRAGMA mmap_size=2147418112;");

    private SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY;" + settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
