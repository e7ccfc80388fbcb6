using Bpm.Domain.Notices;

namespace Bpm.Application.Complaints;

/// <summary>Notices over all cases; read-only.</summary>
public interface INoticeQueries
{
    /// <summary>Notices to a person that may be delivered by a moment, the latest first.</summary>
    Task<IReadOnlyList<NoticeRow>> OfRecipientAsync(string organisation, string userName, DateTimeOffset deliverableBy, int most, CancellationToken cancellationToken);
}

/// <summary>A notice and the number of its case.</summary>
public sealed record NoticeRow(Notice Notice, string Number);
