namespace Bpm.Workflows.Packs;

/// <summary>A file of a pack that cannot be used.</summary>
/// <param name="File">Path relative to the packs' root, with forward slashes.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
public sealed record PackProblem(string File, string Message);
