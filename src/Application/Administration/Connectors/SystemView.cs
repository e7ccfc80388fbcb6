namespace Bpm.Application.Administration.Connectors;

/// <summary>An outside system and what waits for it.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="IsConnected">A connector is there; false: messages wait until one is set up.</param>
/// <param name="Pending">Messages that wait for their first or next attempt.</param>
/// <param name="Failed">Messages that were given up; staff retry them.</param>
/// <param name="OldestPending">When the oldest waiting one was written.</param>
public sealed record SystemView(string Code, string Name, bool IsConnected, int Pending, int Failed, DateTimeOffset? OldestPending);

/// <summary>A message that was not delivered.</summary>
/// <param name="Kind"><c>push</c> or <c>reply</c>.</param>
/// <param name="LastError">Why the last attempt failed; no personal data.</param>
public sealed record MessageView(
    Guid Id, string System, string SystemName, string Kind, string CaseNumber, DateTimeOffset CreatedAt, int Attempts, bool IsFailed, string? LastError);

/// <summary>Systems, and a page of messages that were not delivered.</summary>
public sealed record ConnectorList(IReadOnlyList<SystemView> Systems, IReadOnlyList<MessageView> Items, int TotalCount);
