using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Bpm.Studio.Files;

/// <summary>
/// The files of Elsa Studio in one folder. They are listed once, and only what is listed is sent: no request becomes a path on the disk.
/// </summary>
/// <param name="folder">Folder of the package; it may be missing, and may come later.</param>
public sealed partial class StudioFiles(string folder)
{
    private static readonly (string Encoding, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];
    private static readonly FileExtensionContentTypeProvider ContentTypes = MakeContentTypes();
    private readonly Lock _gate = new();
    private volatile FrozenDictionary<string, StudioFile>? _files;

    /// <summary>False where the package was not fetched when the product was built.</summary>
    public bool AreThere => Listed() is not null;

    /// <summary>The file of a path below the folder, with <c>/</c> between its parts; null where there is none.</summary>
    public StudioFile? Find(string path) => Listed()?.GetValueOrDefault(path);

    private FrozenDictionary<string, StudioFile>? Listed()
    {
        if (_files is not null || !File.Exists(Path.Combine(folder, "_framework", "blazor.webassembly.js")))
            return _files;
        lock (_gate)
            return _files ??= List();
    }

    private FrozenDictionary<string, StudioFile> List()
    {
        var version = Version();
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => IsServed(file.Name))
            .ToFrozenDictionary(file => file.Name, file => Describe(file.Path, file.Name, version), StringComparer.Ordinal);
    }

    // The package's own page and description are no part of what pages ask for.
    private static bool IsServed(string name) =>
        name is "Elsa.Studio.Host.CustomElements.styles.css" or "appsettings.json"
        || name.StartsWith("_framework/", StringComparison.Ordinal) || name.StartsWith("_content/", StringComparison.Ordinal);

    private static StudioFile Describe(string path, string name, string version)
    {
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var compressed = Encodings
            .Where(encoding => File.Exists(path + encoding.Ending))
            .Select(encoding => (encoding.Encoding, path + encoding.Ending, Tag(path + encoding.Ending, version, encoding.Encoding)));
        return new(path, type, Fingerprinted().IsMatch(name), Tag(path, version, "raw"), [.. compressed]);
    }

    // Packages come with one and the same file time: the version tells them apart.
    private static EntityTagHeaderValue Tag(string path, string version, string encoding)
    {
        var file = new FileInfo(path);
        return new(string.Create(CultureInfo.InvariantCulture, $"\"{version}-{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}-{encoding}\""));
    }

    private string Version()
    {
        var path = Path.Combine(folder, "package.json");
        if (!File.Exists(path))
            return "0";
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.TryGetProperty("version", out var version) ? version.GetString() ?? "0" : "0";
    }

    private static FileExtensionContentTypeProvider MakeContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        types.Mappings[".js"] = "text/javascript";
        types.Mappings[".wasm"] = "application/wasm";
        types.Mappings[".woff2"] = "font/woff2";
        types.Mappings[".map"] = "application/json";
        return types;
    }

    [GeneratedRegex(@"^_framework/.+\.[a-z0-9]{10}\.[a-z0-9]+$")]
    private static partial Regex Fingerprinted();
}
