using System.Text.Json;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Storage;

namespace Bpm.Application.Due;

/// <summary>What a stimulus row carries.</summary>
/// <param name="Hash">See <see cref="Stimulus.Hash"/>.</param>
/// <param name="CorrelationId">Only instances with this correlation id; null means all.</param>
/// <param name="Value">Given to the activity, as <see cref="ValueSerializer"/> writes it; codes and numbers only. Null for none.</param>
/// <param name="BookmarkId">The waiting bookmark that it is addressed to; null until the receivers are found.</param>
/// <param name="Trigger">The trigger that it is addressed to (<see cref="Triggers.TriggerRow.Reference"/>); null until the receivers are found.</param>
public sealed record Letter(string Hash, string? CorrelationId, byte[]? Value, string? BookmarkId = null, string? Trigger = null)
{
    /// <summary>The letter of a stimulus that an instance published.</summary>
    public static Letter Of(PublishedStimulus stimulus) =>
        new(stimulus.Hash, stimulus.CorrelationId, stimulus.Value is null ? null : ValueSerializer.Write(stimulus.Value));

    /// <summary>The value to give.</summary>
    public object? Content() => Value is null ? null : ValueSerializer.Read(Value);

    /// <summary>As a row's payload.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Of a row's payload.</summary>
    public static Letter Read(byte[] payload) => JsonSerializer.Deserialize<Letter>(payload)!;
}
