using Bpm.Application.Due;
using Microsoft.Extensions.Logging;

namespace Bpm.Application;

/// <summary>Every log line of this project. No phone, address, ID number or case text.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Due row {Id} ({Kind} of {Subject}) failed; tried again after {Wait}")]
    public static partial void DueRowFailed(ILogger logger, Exception exception, long id, DueKind kind, string subject, TimeSpan wait);

    [LoggerMessage(1002, LogLevel.Error, "The due worker failed and goes on")]
    public static partial void DueWorkerFailed(ILogger logger, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "Outbox message {Id} to {System} failed at attempt {Attempt}")]
    public static partial void DeliveryFailed(ILogger logger, Exception exception, Guid id, string system, int attempt);

    [LoggerMessage(1005, LogLevel.Error, "Workflow instance {Instance} has an incident at {Path}")]
    public static partial void Incident(ILogger logger, string instance, string path);
}
