using System.Diagnostics.CodeAnalysis;

namespace Bpm.Domain.Complaints;

/// <summary>The kinds of files that a case takes: what scanners, cameras and offices make, and nothing that a browser would run.</summary>
public static class AttachmentType
{
    /// <summary>Largest file, in bytes.</summary>
    public const long LargestSize = 20 * 1024 * 1024;

    /// <summary>Longest file name, in UTF-16 units.</summary>
    public const int LongestName = 200;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".bmp"] = "image/bmp",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".gif"] = "image/gif",
        [".heic"] = "image/heic",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".m4a"] = "audio/mp4",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".txt"] = "text/plain",
        [".wav"] = "audio/wav",
        [".webp"] = "image/webp",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>The endings, for a message.</summary>
    public static string Endings => string.Join('、', Types.Keys.Order(StringComparer.Ordinal).Select(ending => ending[1..]));

    /// <summary>The MIME type of a file name; false when the ending is none that a case takes.</summary>
    public static bool TryFind(string fileName, [NotNullWhen(true)] out string? contentType) =>
        Types.TryGetValue(Path.GetExtension(fileName), out contentType);
}
