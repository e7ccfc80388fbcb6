namespace Bpm.Domain.Reports.Papers;

/// <summary>A part of a paper form under a heading of its own.</summary>
public sealed record PaperSection(string Title, IReadOnlyList<PaperField> Fields);
