using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>
/// Repeat detection (A §八.4): earlier cases of the caller's organisation with the same phone, address or account number, as many as the
/// caller may read in full. Of any other not even the number is told: that somebody complained is itself the secret of a discipline case.
/// </summary>
public sealed class SimilarCases(ICaseContacts contacts, ICaseStore cases, CaseViews views, Caller caller, BusinessClock clock)
{
    private const int Most = 10;

    // Looked at before access is asked; beyond it older cases are not worth the time of somebody who is on the phone.
    private const int Candidates = 50;

    /// <summary>Cases that are open or were closed within the organisation's window: those of the category first, then the newest; at most ten.</summary>
    /// <param name="keys">Of the customer.</param>
    /// <param name="category">Category code, or null.</param>
    public async Task<IReadOnlyList<SimilarCase>> OfAsync(IReadOnlyList<ContactKey> keys, string? category, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];
        var window = TimeSpan.FromDays(caller.Home.Profile.RepeatWindowDays);
        var matches = await contacts.FindAsync(
            new(caller.Member.Organisation, keys, category, clock.GetUtcNow() - window, Candidates), cancellationToken);
        var similar = new List<SimilarCase>();
        foreach (var some in matches.Chunk(Most))
        {
            var found = await cases.PeekAsync([.. some.Select(match => match.CaseId)], cancellationToken);
            similar.AddRange(
                from match in some
                join complaint in found on match.CaseId equals complaint.Id
                where views.LevelOf(complaint) == AccessLevel.Full
                select views.OfSimilar(complaint, match.Kinds));
            if (similar.Count >= Most)
                break;
        }

        return [.. similar.Take(Most)];
    }
}
