using System.IO.Compression;
using Bpm.Application.Definitions;
using Bpm.Application.Definitions.Drafts;
using Bpm.Domain;

namespace Bpm.Studio.Definitions;

/// <summary>Definitions as a zip file, and back. What comes in is not trusted: no path out of the archive, no bomb.</summary>
public static class DefinitionArchive
{
    private const int MostFiles = 500;
    private const long LargestContent = 64 * 1024 * 1024;

    // The same for every archive, so that the same definitions give the same bytes.
    private static readonly DateTimeOffset Written = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes an archive; files of the same name get a number.</summary>
    public static byte[] Write(IReadOnlyList<DefinitionFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var file in files)
            {
                var name = file.Name;
                for (var number = 2; !names.Add(name); number++)
                    name = $"{Path.GetFileNameWithoutExtension(file.Name)}-{number}.json";
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Written;
                using var content = entry.Open();
                content.Write(file.Json);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The definition files of an archive; what is no <c>.json</c> file is left out.</summary>
    /// <param name="name">Name of the archive, for messages.</param>
    public static Result<ImportFiles> Read(string name, Stream zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            if (archive.Entries.Count > MostFiles)
                return new ImportFileRefused(name, $"压缩包里有 {archive.Entries.Count} 个文件，最多 {MostFiles} 个。");
            if (archive.Entries.FirstOrDefault(entry => Escapes(entry.FullName)) is { } outside)
                return new ImportFileRefused(name, $"压缩包里的路径“{outside.FullName}”指向包外，不能导入。");
            return ReadEntries(name, archive);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return new ImportFileRefused(name, "不是有效的 zip 压缩包，或文件已损坏。");
        }
    }

    private static Result<ImportFiles> ReadEntries(string name, ZipArchive archive)
    {
        var files = new List<ImportFile>();
        long total = 0;
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            using var content = entry.Open();
            using var read = new MemoryStream();
            // What the archive says of its sizes is not believed: counted while reading.
            var chunk = new byte[81920];
            for (var count = content.Read(chunk); count > 0; count = content.Read(chunk))
            {
                total += count;
                if (total > LargestContent || read.Length + count > DefinitionDrafts.LargestText)
                    return new ImportFileRefused(entry.FullName, "解压后过大。");
                read.Write(chunk, 0, count);
            }

            files.Add(new(entry.FullName, read.ToArray()));
        }

        return files.Count > 0 ? new ImportFiles(files) : new ImportFileRefused(name, "压缩包里没有 .json 文件。");
    }

    private static bool Escapes(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || path.Contains(':', StringComparison.Ordinal) || path.Split('/', '\\').Contains("..");

    /// <summary>Files that were read.</summary>
    public sealed record ImportFiles(IReadOnlyList<ImportFile> Items);
}
