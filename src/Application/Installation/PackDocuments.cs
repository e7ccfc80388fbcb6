using Bpm.Workflows.Packs;

namespace Bpm.Application.Installation;

/// <summary>The documents of a pack that was read from a folder, as they are stored.</summary>
public static class PackDocuments
{
    /// <summary>Organisation, rules, forms and calendar.</summary>
    /// <param name="reading">A pack that could be read whole.</param>
    public static IReadOnlyList<PackDocument> Of(PackReading reading) =>
    [
        .. reading.Files.Where(file => file.Kind != PackFileKind.Definition).Select(file => new PackDocument(
            reading.Folder,
            file.Kind.ToString().ToLowerInvariant(),
            file.Kind == PackFileKind.Rules ? reading.Pack!.Rules.EffectiveFrom : DateOnly.MinValue,
            file.Json.ToArray())),
    ];
}
