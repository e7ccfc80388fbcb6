using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bpm.Persistence.Sqlite;

/// <summary>What SQLite's error codes mean here.</summary>
internal static class SqliteErrors
{
    /// <summary>Another process held the database longer than the busy timeout.</summary>
    public static bool IsBusy(Exception e) => e is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };
}
