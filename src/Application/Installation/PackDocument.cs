namespace Bpm.Application.Installation;

/// <summary>A document of a pack as it is in force here.</summary>
/// <param name="Organisation">Organisation code.</param>
/// <param name="Kind"><c>organisation</c>, <c>rules</c>, <c>forms</c> or <c>calendar</c>.</param>
/// <param name="EffectiveFrom">For rules: the first day they hold. For the others always <see cref="DateOnly.MinValue"/>.</param>
/// <param name="Json">The document, UTF-8.</param>
public sealed record PackDocument(string Organisation, string Kind, DateOnly EffectiveFrom, byte[] Json)
{
    /// <summary>Counts the stored changes, from 1, so that an editor learns that somebody else has saved.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>When it was stored; business time, UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>User name of who stored it; <c>system</c> where it came with the installation.</summary>
    public string SavedBy { get; init; } = "system";

    /// <summary>Why it was changed, in the words of who did; null where nothing was said.</summary>
    public string? Note { get; init; }
}
