namespace Bpm.Domain.Complaints;

/// <summary>What was registered wrongly; null leaves a part as it is.</summary>
/// <param name="Kind">Code of a <see cref="ComplaintKind"/>.</param>
/// <param name="Attributes">Values that change; a blank one is forgotten.</param>
public sealed record Correction(string? Category, string? Kind, IReadOnlyDictionary<string, string>? Attributes);
