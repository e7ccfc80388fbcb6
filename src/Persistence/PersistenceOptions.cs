namespace Bpm.Persistence;

/// <summary>Where the installation keeps its data.</summary>
public sealed class PersistenceOptions
{
    /// <summary>The database in use.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How to reach it; null means the file <c>bpm.db</c> in <see cref="DataDirectory"/>. A relative file lies in that folder too.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the database file, attachments and keys. Made at the first start; relative paths count from the working directory.</summary>
    public string DataDirectory { get; set; } = "data";
}
