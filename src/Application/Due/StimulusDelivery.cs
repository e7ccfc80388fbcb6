using System.Text.Json;
using Bpm.Application.Complaints;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Storage;

namespace Bpm.Application.Due;

/// <summary>
/// Takes a stimulus to those who wait for it. Each instance gets it as a due row of its own, so that each is one burst in one transaction;
/// a stimulus that nobody waits for is dropped.
/// </summary>
public sealed class StimulusDelivery(IInstanceStore instances, IDueRows dueRows, ICaseStore cases, CaseProcess process)
{
    /// <summary>Delivers the stimulus of a row that was taken out.</summary>
    public async Task DeliverAsync(DueRow row, CancellationToken cancellationToken)
    {
        var letter = JsonSerializer.Deserialize<Letter>(row.Payload)!;
        if (letter.BookmarkId is { } bookmark)
        {
            if (await cases.FindByInstanceAsync(row.Subject, cancellationToken) is { } complaint)
                await process.StimulusAsync(complaint, bookmark, letter.Value, cancellationToken);
            return;
        }

        foreach (var match in await instances.MatchAsync(letter.Hash, letter.CorrelationId, cancellationToken))
        {
            var addressed = JsonSerializer.SerializeToUtf8Bytes(letter with { BookmarkId = match.BookmarkId });
            await dueRows.PutAsync(
                DueKind.Stimulus, row.Organisation, match.InstanceId, $"{row.Reference}.{match.BookmarkId}", row.DueAt, addressed, cancellationToken);
        }
    }

    /// <summary>What a stimulus row carries.</summary>
    /// <param name="Hash">See <see cref="Stimulus.Hash"/>.</param>
    /// <param name="CorrelationId">Only instances with this correlation id; null means all.</param>
    /// <param name="Value">Given to the activity that is resumed; codes and numbers only.</param>
    /// <param name="BookmarkId">Null until the receivers are found, then the one it is addressed to.</param>
    public sealed record Letter(string Hash, string? CorrelationId, JsonElement? Value, string? BookmarkId = null);
}
