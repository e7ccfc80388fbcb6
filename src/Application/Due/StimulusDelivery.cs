using Bpm.Application.Instances;
using Bpm.Engine.Storage;

namespace Bpm.Application.Due;

/// <summary>
/// Takes a stimulus to those of its organisation who wait for it. Each instance gets it as a due row of its own, so that each is one burst
/// in one transaction; a stimulus that nobody waits for is dropped.
/// </summary>
public sealed class StimulusDelivery(IInstanceStore instances, IDueRows dueRows, InstanceDesk desk)
{
    /// <summary>Delivers the stimulus of a row that was taken out.</summary>
    public async Task DeliverAsync(DueRow row, CancellationToken cancellationToken)
    {
        var letter = Letter.Read(row.Payload!);
        if (letter.BookmarkId is { } bookmark)
            await desk.ResumeAsync(row.Subject, bookmark, letter.Content(), cancellationToken);
        else
            await AddressAsync(row.Organisation, $"{row.Subject}.{row.Reference}", letter, row.DueAt, cancellationToken);
    }

    /// <summary>Writes a row for each of those who wait for a stimulus now.</summary>
    /// <param name="id">Of the stimulus, unique over all senders: two that meet at one receiver are two.</param>
    /// <returns>How many they are.</returns>
    public async Task<int> AddressAsync(string organisation, string id, Letter letter, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var waiting = await instances.MatchAsync(letter.Hash, organisation, letter.CorrelationId, cancellationToken);
        foreach (var match in waiting)
        {
            var addressed = letter with { BookmarkId = match.BookmarkId };
            await dueRows.PutAsync(
                DueKind.Stimulus, organisation, match.InstanceId, $"{id}.{match.BookmarkId}", at, addressed.Write(), cancellationToken);
        }

        return waiting.Count;
    }
}
