using Microsoft.Extensions.Logging;

namespace Bpm.Studio;

/// <summary>What this project logs: ids, never texts of cases.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Those who watch instance {InstanceId} were not told of a change.")]
    public static partial void NewsFailed(ILogger logger, string instanceId, Exception exception);
}
