namespace Bpm.Workflows.Packs;

/// <summary>What came of reading a folder.</summary>
/// <param name="Folder">Name of the folder; the organisation's code.</param>
/// <param name="Pack">The pack with every definition that could be read; null where organisation, rules, forms or calendar cannot be used.</param>
/// <param name="Files">The files that could be read, as they are.</param>
/// <param name="Problems">The files that could not, each with its reason.</param>
public sealed record PackReading(string Folder, Pack? Pack, IReadOnlyList<PackFile> Files, IReadOnlyList<PackProblem> Problems);
