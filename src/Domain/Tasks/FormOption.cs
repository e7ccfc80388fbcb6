namespace Bpm.Domain.Tasks;

/// <summary>A value that a picker offers.</summary>
/// <param name="Code">What is stored.</param>
/// <param name="Title">What staff see.</param>
public sealed record FormOption(string Code, string Title);
