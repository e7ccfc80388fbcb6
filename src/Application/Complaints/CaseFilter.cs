using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>What a list of cases is narrowed by; null means any. Duties are in no list of cases: they are found through their tasks.</summary>
/// <param name="Organisation">Organisation code; always the caller's own.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500.</param>
public sealed record CaseFilter(string Organisation, int Page, int PageSize)
{
    public CaseStatus? Status { get; init; }
    public string? Category { get; init; }
    public string? Channel { get; init; }

    /// <summary>Levels whose cases match no category or channel: a masked row must not tell them by being found.</summary>
    public IReadOnlyList<Confidentiality> Unspoken { get; init; } = [];

    /// <summary>Only cases of this level.</summary>
    public Confidentiality? Level { get; init; }

    /// <summary>A part of the number.</summary>
    public string? Number { get; init; }
    public DateTimeOffset? ReceivedFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? ReceivedBefore { get; init; }
}
