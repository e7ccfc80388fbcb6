namespace Bpm.Application.Definitions.Drafts;

/// <summary>A file to import.</summary>
/// <param name="Name">File name, for messages.</param>
/// <param name="Json">Elsa 3 JSON, UTF-8.</param>
public sealed record ImportFile(string Name, byte[] Json);
