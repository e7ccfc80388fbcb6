namespace Bpm.Application.Installation;

/// <summary>A document of a pack as it is in force here.</summary>
/// <param name="Organisation">Organisation code.</param>
/// <param name="Kind"><c>organisation</c>, <c>rules</c>, <c>forms</c> or <c>calendar</c>.</param>
/// <param name="EffectiveFrom">For rules: the first day they hold. For the others always <see cref="DateOnly.MinValue"/>.</param>
/// <param name="Json">The document, UTF-8.</param>
public sealed record PackDocument(string Organisation, string Kind, DateOnly EffectiveFrom, byte[] Json);
