namespace Bpm.Application.Administration.Connectors;

/// <summary>Lists of messages to outside systems.</summary>
public interface IOutboxQueries
{
    /// <summary>By system: how many wait, how many were given up, and since when the oldest waits.</summary>
    Task<IReadOnlyList<(string System, int Pending, int Failed, DateTimeOffset? Oldest)>> CountAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>A page of what was not delivered, given up first, oldest first.</summary>
    Task<Page<UndeliveredRow>> UndeliveredAsync(string organisation, string? system, int page, int pageSize, CancellationToken cancellationToken);
}

/// <summary>A message that was not delivered, as it is stored.</summary>
public sealed record UndeliveredRow(Guid Id, string System, string Kind, string CaseNumber, DateTimeOffset CreatedAt, int Attempts, bool IsFailed, string? LastError);
