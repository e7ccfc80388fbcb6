using Bpm.Engine.Definitions;

namespace Bpm.Benchmarks.Persisted;

/// <summary>The human-task flow with every burst durable, beside the raw baseline; rounds of both take turns.</summary>
internal static class PersistedBenchmark
{
    private const int Rounds = 5;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public static async Task RunAsync()
    {
        Report.Title("human-task, persisted: three bursts, SQLite, WAL, synchronous=FULL (medians of 5 rounds of 2 s)");
        var graph = FlowFile.Compile("human-task");
        using var productFolder = new BenchFolder();
        using var rawFolder = new BenchFolder();
        await using var database = await BenchDatabase.OpenAsync(productFolder.Path);
        await using var raw = await RawAsync(rawFolder.Path, graph);
        var stored = new StoredHumanTasks(database, graph, TimeProvider.System);
        var desk = new DeskHumanTasks(database);
        await HumanTaskRound.RunAsync(stored, 4, Length);
        await HumanTaskRound.RunAsync(desk, 4, Length);
        await HumanTaskRound.RunAsync(raw, 4, Length);
        await CountAsync("engine and store", database, stored);
        await CountAsync("instance desk", database, desk);
        foreach (var clients in (int[])[1, 4, 16])
            await CompareAsync(clients, raw, ("engine and store", stored), ("instance desk", desk));
        Report.Line($"Elsa 3 (performance.md): 15-17 instances/s with 1 client, 6 with 4 or 16; 85 ms CPU; resume p99 40 ms (1), 2700 ms (16); 62 commands, 14 write transactions");
        await CheckAsync(database);
    }

    private static async Task<RawHumanTasks> RawAsync(string folder, WorkflowGraph graph)
    {
        string file;
        await using (var prepared = await BenchDatabase.OpenAsync(folder))
            file = prepared.File;
        return new RawHumanTasks(file, graph);
    }

    private static async Task CountAsync(string name, BenchDatabase database, IHumanTasks tasks)
    {
        const int Instances = 50;
        var before = database.Transactions;
        var commands = await database.CountCommandsAsync(async () =>
        {
            for (var i = 0; i < Instances; i++)
            {
                var id = Guid.CreateVersion7().ToString("N");
                await tasks.StartAsync(id);
                await tasks.SendAsync(id, "Task1");
                await tasks.SendAsync(id, "Task2");
            }
        });
        // One of them was needed to reach the writer's connection.
        Report.Line($"{name}: {(database.Transactions - before - 1) / (double)Instances:0.#} write transactions and {commands / (double)Instances:0.#} SQL commands an instance with 1 client");
    }

    private static async Task CompareAsync(int clients, IHumanTasks raw, params (string Name, IHumanTasks Tasks)[] products)
    {
        var rawRounds = new List<HumanTaskRound>();
        var rounds = products.Select(_ => new List<HumanTaskRound>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            rawRounds.Add(await HumanTaskRound.RunAsync(raw, clients, Length));
            for (var i = 0; i < products.Length; i++)
                rounds[i].Add(await HumanTaskRound.RunAsync(products[i].Tasks, clients, Length));
        }

        var rawRate = Report.Median(rawRounds.Select(r => r.InstancesPerSecond));
        Print(clients, "raw baseline", rawRounds, rawRate);
        for (var i = 0; i < products.Length; i++)
            Print(clients, products[i].Name, rounds[i], rawRate);
    }

    private static void Print(int clients, string name, List<HumanTaskRound> rounds, double rawRate)
    {
        var rate = Report.Median(rounds.Select(r => r.InstancesPerSecond));
        var resumes = rounds.SelectMany(r => r.Resumes).ToArray();
        Report.Line($"{clients,2} clients  {name,-18} {rate,6:0} instances/s, {rate / rawRate:0.00} of raw; {Report.Median(rounds.Select(r => r.CpuMilliseconds)):0.00} ms CPU; resume p50 {Report.Percentile(resumes, 0.5):0.00} ms, p99 {Report.Percentile(resumes, 0.99):0.00} ms");
    }

    /// <summary>A benchmark of work that was not done would be worth nothing.</summary>
    private static async Task CheckAsync(BenchDatabase database)
    {
        var ended = database.Number("""SELECT count(*) FROM "WorkflowInstances" WHERE "SubStatus" = 'Finished'""");
        var all = database.Number("""SELECT count(*) FROM "WorkflowInstances" """);
        var effects = database.Number("""SELECT count(*) FROM "SideEffects" """);
        var left = database.Number("""SELECT (SELECT count(*) FROM "Bookmarks") + (SELECT count(*) FROM "DueRows")""");
        if (ended != all || effects != 3 * all || left != 0)
            throw new InvalidOperationException($"{all} instances, {ended} finished, {effects} side effects, {left} rows left over.");
        Report.Line($"checked: {all} instances, all finished, {effects} side effects, no bookmark or timer left");
        await Task.CompletedTask;
    }
}
