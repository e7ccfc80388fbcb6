using System.Globalization;
using Bpm.Benchmarks;
using Bpm.Benchmarks.Engine;
using Bpm.Benchmarks.Lists;
using Bpm.Benchmarks.Persisted;
using Bpm.Engine.Expressions;

ScriptLimits.LimitRegularExpressions();
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var names = args.Length == 0 ? ["all"] : args;
string[] known = ["engine", "persisted", "size", "suspended", "overdue", "lists", "all"];
if (names.FirstOrDefault(name => !known.Contains(name.Split(':')[0])) is { } wrong)
{
    Console.Error.WriteLine($"Unknown benchmark: {wrong}. Known: {string.Join(", ", known)}.");
    return 2;
}

bool Wanted(string name) => names.Contains(name) || names.Contains("all");
Report.Machine();
if (Wanted("engine"))
    EngineBenchmark.Run();
if (Wanted("persisted"))
    await PersistedBenchmark.RunAsync();
if (Wanted("size"))
    await SizeBenchmark.RunAsync();
if (Wanted("overdue"))
    await OverdueBenchmark.RunAsync();
if (Wanted("suspended"))
    await SuspendedBenchmark.RunAsync();
if (Wanted("lists") || names.Any(name => name.StartsWith("lists:", StringComparison.Ordinal)))
    await ListsBenchmark.RunAsync(names.FirstOrDefault(name => name.StartsWith("lists:", StringComparison.Ordinal))?["lists:".Length..]);
return 0;
