using Bpm.Application.Due;
using Bpm.Workflows.Http;
using Microsoft.Extensions.Logging;

namespace Bpm.Application;

/// <summary>Every log line of this project. No phone, address, ID number or case text.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Due row {Id} ({Kind} of {Subject}) failed; tried again after {Wait}")]
    public static partial void DueRowFailed(ILogger logger, Exception exception, long id, DueKind kind, string subject, TimeSpan wait);

    [LoggerMessage(1002, LogLevel.Error, "The due worker failed and goes on")]
    public static partial void DueWorkerFailed(ILogger logger, Exception exception);

    [LoggerMessage(1009, LogLevel.Error, "The documents of the organisations could not be read; what was in force stays")]
    public static partial void DocumentsNotRead(ILogger logger, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "Outbox message {Id} to {System} failed at attempt {Attempt}")]
    public static partial void DeliveryFailed(ILogger logger, Exception exception, Guid id, string system, int attempt);

    [LoggerMessage(1006, LogLevel.Information, "HTTP call {Id}, attempt {Attempt}: {Outcome} {Status}")]
    public static partial void HttpCallTried(ILogger logger, Guid id, int attempt, HttpOutcome outcome, int status);

    [LoggerMessage(1007, LogLevel.Error, "HTTP call {Id}, attempt {Attempt}, came to no result; tried again")]
    public static partial void HttpCallFailed(ILogger logger, Exception exception, Guid id, int attempt);

    [LoggerMessage(1005, LogLevel.Error, "Workflow instance {Instance} has an incident at {Path}")]
    public static partial void Incident(ILogger logger, string instance, string path);

    [LoggerMessage(1008, LogLevel.Error, "Duty {Duty} of {Organisation} was not opened: no version of {Definition} is published")]
    public static partial void DutyNotPublished(ILogger logger, string organisation, string duty, string definition);

    [LoggerMessage(1006, LogLevel.Warning, "Workflow {Definition} was not started by its trigger {Path}: {Reason}")]
    public static partial void NotStarted(ILogger logger, string definition, string path, string reason);
}
