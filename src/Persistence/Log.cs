using Microsoft.Extensions.Logging;

namespace Bpm.Persistence;

/// <summary>Every log line of this project. No line holds a value of a row.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Database {File}: applied migrations {Migrations}")]
    public static partial void Migrated(this ILogger logger, string file, IReadOnlyList<string> migrations);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "New text key {File}: include it in backups, without it confidential cases cannot be read")]
    public static partial void TextKeyCreated(this ILogger logger, string file);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "An action after a commit failed; the commit stands")]
    public static partial void AfterCommitFailed(this ILogger logger, Exception e);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Error, Message = "A batch of {Items} transactions was lost")]
    public static partial void BatchLost(this ILogger logger, Exception e, int items);
}
