using Bpm.Application.Instances;
using Bpm.Application.Triggers;
using Bpm.Engine.Storage;

namespace Bpm.Application.Due;

/// <summary>
/// Takes a stimulus to those of its organisation who hear it: first it starts workflows that it triggers, each definition once, then it
/// resumes all that wait for it. Each gets it as a due row of its own, so that each is one burst in one transaction; a stimulus that
/// nobody hears is dropped.
/// </summary>
public sealed class StimulusDelivery(IInstanceStore instances, ITriggerIndex triggers, IDueRows dueRows, InstanceDesk desk, TriggerFiring firing)
{
    /// <summary>Delivers the stimulus of a row that was taken out.</summary>
    public async Task DeliverAsync(DueRow row, CancellationToken cancellationToken)
    {
        var letter = Letter.Read(row.Payload!);
        if (letter.BookmarkId is { } bookmark)
            await desk.ResumeAsync(row.Subject, bookmark, letter.Content(), cancellationToken);
        else if (letter.Trigger is { } trigger)
            await firing.StimulusAsync(row.Subject, trigger, letter.CorrelationId, letter.Content(), cancellationToken);
        else
            await AddressAsync(row.Organisation, $"{row.Subject}.{row.Reference}", letter, row.DueAt, cancellationToken);
    }

    /// <summary>Writes a row for each of those who hear a stimulus now; what it starts does not hear it again.</summary>
    /// <param name="id">Of the stimulus, unique over all senders: two that meet at one receiver are two.</param>
    public async Task<StimulusReceivers> AddressAsync(
        string organisation, string id, Letter letter, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var starts = (await triggers.MatchAsync(letter.Hash, organisation, cancellationToken)).DistinctBy(row => row.DefinitionId).ToList();
        foreach (var start in starts)
            await PutAsync(start.DefinitionId, letter with { Trigger = start.Reference }, start.Reference);
        var waiting = await instances.MatchAsync(letter.Hash, organisation, letter.CorrelationId, cancellationToken);
        foreach (var match in waiting)
            await PutAsync(match.InstanceId, letter with { BookmarkId = match.BookmarkId }, match.BookmarkId);
        return new(starts.Count, waiting.Count);

        Task PutAsync(string receiver, Letter addressed, string place) => dueRows.PutAsync(
            DueKind.Stimulus, organisation, receiver, $"{id}.{place}", at, addressed.Write(), cancellationToken);
    }
}
