namespace Bpm.Host;

/// <summary>Every log line of this project. No phone, address, ID number or case text.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Unhandled error")]
    public static partial void Unhandled(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "Ready for {Organisations}")]
    public static partial void Ready(ILogger logger, string organisations);

    [LoggerMessage(4, LogLevel.Information, "Loaded pack {Organisation} with {Definitions} definitions")]
    public static partial void PackInstalled(ILogger logger, string organisation, int definitions);

    [LoggerMessage(5, LogLevel.Warning, "Housekeeping failed and is tried again in an hour")]
    public static partial void HousekeepingFailed(ILogger logger, Exception exception);
}
