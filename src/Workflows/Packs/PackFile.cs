namespace Bpm.Workflows.Packs;

/// <summary>A file of a pack as it was read.</summary>
/// <param name="Name">Path relative to the packs' root, with forward slashes.</param>
/// <param name="Json">UTF-8.</param>
public sealed record PackFile(string Name, PackFileKind Kind, ReadOnlyMemory<byte> Json);
