using System.Diagnostics;
using Bpm.Application.Installation;
using Bpm.HostKit;
using Bpm.Persistence.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Benchmarks.Lists;

/// <summary>
/// The data folder of the lists: three years of two organisations. Made once and used again; migrations that came later are applied to it
/// when it is opened. Delete the folder to have it made anew.
/// </summary>
internal static class ListsSeed
{
    /// <summary>Raise it with every change of what is made.</summary>
    private const string Version = "2";

    /// <summary>Cases in all.</summary>
    public const int Cases = 100_000;

    /// <summary>Where the clock stands: a Tuesday morning.</summary>
    public static readonly DateTimeOffset Now = new(2026, 9, 29, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The folder, with the data in it.</summary>
    public static async Task<string> FolderAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "lists");
        var mark = Path.Combine(folder, "seeded");
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == Version)
            return folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var began = Stopwatch.GetTimestamp();
        IReadOnlyList<Installed> homes;
        await using (var host = await InProcessHost.StartAsync(Now, folder))
        {
            await CaseTemplate.RegisterAsync(host.Site);
            homes = [.. host.Services.GetRequiredService<OrganisationRegistry>().All];
        }

        Report.Line($"Templates registered after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        Copy(folder, homes);
        await File.WriteAllTextAsync(mark, Version);
        Report.Line($"Seeded in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {new FileInfo(Path.Combine(folder, "bpm.db")).Length / 1024 / 1024} MB");
        return folder;
    }

    private static void Copy(string folder, IReadOnlyList<Installed> homes)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bpm.db")};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-200000; BEGIN");
        // Indexes are made faster than they are kept.
        var indexes = new List<(string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = """
                SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN
                ('Cases', 'SlaClocks', 'Tasks', 'Replies', 'FollowUps', 'Notices', 'AuditEntries', 'OpenTaskKeys')
                """;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                indexes.Add((reader.GetString(0), reader.GetString(1)));
        }

        using (var copies = new CaseCopies(connection, homes, new TextKeyFile(folder).Read(), Now))
        {
            foreach (var (name, _) in indexes)
                Run(connection, $"DROP INDEX \"{name}\"");
            copies.Add(Cases);
            Console.WriteLine(copies.Counts);
        }

        foreach (var (_, sql) in indexes)
            Run(connection, sql);
        Run(connection, "COMMIT; PRAGMA journal_mode=WAL");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
