using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace Bpm.Benchmarks.Persisted;

/// <summary>What a finished instance of human-task leaves in the database file, and whether its journal can still be read.</summary>
internal static class SizeBenchmark
{
    private const int Instances = 5_000;

    public static async Task RunAsync()
    {
        Report.Title("Size: bytes of database for a finished human-task instance (goal 6 KB)");
        using var folder = new BenchFolder();
        await using var database = await BenchDatabase.OpenAsync(folder.Path);
        var empty = database.Size();
        var tasks = new StoredHumanTasks(database, FlowFile.Compile("human-task"), TimeProvider.System);
        string last = "";
        for (var i = 0; i < Instances; i++)
        {
            last = Guid.CreateVersion7().ToString("N");
            await tasks.StartAsync(last);
            await tasks.SendAsync(last, "Task1");
            await tasks.SendAsync(last, "Task2");
        }

        var size = (database.Size() - empty) / (double)Instances;
        var entries = Journal(database, last);
        var runs = entries.Select(e => e.ActivityInstanceId).Distinct().Count();
        Report.Line($"{size:0} bytes; Elsa 3 (performance.md) 31 KB: {31 * 1024 / size:0} x less");
        Report.Line($"state {Average(database, "State", "WorkflowInstances"):0} bytes, journal {Average(database, "Entries", "Journal"):0} bytes in 3 rows, of an instance");
        Report.Line($"journal read back: {entries.Count} entries of {runs} activity runs, from {entries[0].NodePath} {entries[0].EventName} to {entries[^1].NodePath} {entries[^1].EventName}");
    }

    private static double Average(BenchDatabase database, string column, string table) =>
        database.Number($"""SELECT sum(length("{column}")) FROM "{table}" """) / (double)Instances;

    private static List<JournalEntry> Journal(BenchDatabase database, string id)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Entries" FROM "Journal" WHERE "InstanceId" = @id ORDER BY "Burst" """;
        command.Parameters.AddWithValue("@id", id);
        using var reader = command.ExecuteReader();
        var entries = new List<JournalEntry>();
        while (reader.Read())
            entries.AddRange(JournalSerializer.Read(reader.GetFieldValue<byte[]>(0)));
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Sequence != i + 1)
                throw new InvalidOperationException($"The journal has a gap at {i + 1}.");
        return entries;
    }
}
