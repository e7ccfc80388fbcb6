using System.Globalization;
using Bpm.Persistence;

namespace Bpm.Host.Startup;

/// <summary>The host's settings, read and checked once. Relative paths are taken from the product's folder.</summary>
/// <param name="ProductFolder">Where the packs lie.</param>
/// <param name="DataDirectory">Database file, attachments, keys.</param>
/// <param name="ConnectionString">Null means the database file in the data directory.</param>
/// <param name="ClockStart">Start of a virtual clock; counts only where no database exists.</param>
/// <param name="StudioFolder">Where Elsa Studio's files lie; it may be missing.</param>
public sealed record HostSettings(
    string ProductFolder, string DataDirectory, DatabaseProvider Provider, string? ConnectionString, DateTimeOffset? ClockStart, string StudioFolder)
{
    /// <summary>Folder of the packs.</summary>
    public string DefinitionsFolder => Path.Combine(ProductFolder, Startup.ProductFolder.Definitions);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be used; the text says which and how to write it.</exception>
    public static HostSettings Read(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var folder = Startup.ProductFolder.Find(builder.Environment.ContentRootPath);
        var provider = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out var known))
            throw new InvalidOperationException($"Database:Provider '{provider}' is unknown; use {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}.");
        return new(
            folder,
            Path.GetFullPath(configuration["Data:Directory"] ?? "data", folder),
            known,
            configuration.GetConnectionString("Bpm"),
            ClockStartOf(configuration["Clock:Start"], builder.Environment),
            Path.GetFullPath(configuration["Studio:Files"] ?? StudioFolderOf(folder), folder));
    }

    // Beside a published program, or where the build fetched them.
    private static string StudioFolderOf(string folder)
    {
        var published = Path.Combine(folder, "studio");
        return Directory.Exists(published) ? published : Path.Combine(folder, "src", "Studio", "node_modules", "@elsa-workflows", "elsa-studio-wasm");
    }

    private static DateTimeOffset? ClockStartOf(string? text, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (environment.IsProduction())
            throw new InvalidOperationException("Clock:Start makes a virtual clock, which Production refuses; remove the setting.");
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new InvalidOperationException($"Clock:Start '{text}' is no time; write it as 2026-09-30T16:00:00+08:00.");
    }
}
