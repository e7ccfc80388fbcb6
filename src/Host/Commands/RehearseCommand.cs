using Bpm.Engine.Definitions;
using Bpm.Host.Startup;
using Bpm.Workflows.Packs;
using Bpm.Workflows.Scenarios;

namespace Bpm.Host.Commands;

/// <summary>
/// <c>rehearse [part of a file name]</c>: plays the scenarios that lie beside the definitions, each straight through and again with save and
/// reload after every step; touches no database.
/// </summary>
public static class RehearseCommand
{
    public static Task<int> RunAsync(WebApplication app, string[] arguments)
    {
        var root = app.Services.GetRequiredService<HostSettings>().DefinitionsFolder;
        var compiler = app.Services.GetRequiredService<GraphCompiler>();
        var (passed, failed) = (0, 0);
        foreach (var reading in PackReader.ReadAll(root))
        {
            foreach (var problem in reading.Problems)
                Fail(ref failed, problem.File, [problem.Message]);
            if (reading.Pack is not { } pack)
                continue;
            var source = new DefinitionSet(pack.Definitions);
            var graphs = new Dictionary<string, WorkflowGraph>(StringComparer.Ordinal);
            var player = new ScenarioPlayer(pack, Graph);
            foreach (var file in Scenario.Files(root, pack.Code).Where(file => arguments.All(part => file.Contains(part, StringComparison.Ordinal))))
            {
                if (Play(player, Path.Combine(root, file)) is { Count: > 0 } differences)
                    Fail(ref failed, file, differences);
                else
                    passed++;
            }

            WorkflowGraph Graph(string id) => graphs.TryGetValue(id, out var known) ? known : graphs[id] = compiler.Compile(
                source.FindPublished(id) ?? throw new ScenarioException($"没有流程“{id}”。"), source);
        }

        Console.WriteLine($"情景 {passed + failed} 个：{passed} 个符合，{failed} 个不符合。");
        return Task.FromResult(failed > 0 ? 1 : 0);
    }

    private static IReadOnlyList<string> Play(ScenarioPlayer player, string path)
    {
        try
        {
            var scenario = Scenario.Read(path);
            return player.Play(scenario) is { Count: > 0 } differences ? differences : player.Play(scenario, reload: true);
        }
        catch (Exception e) when (e is ScenarioException or InvalidDefinitionException)
        {
            return [e.Message];
        }
    }

    private static void Fail(ref int failed, string file, IReadOnlyList<string> reasons)
    {
        failed++;
        Console.WriteLine($"不符 {file}");
        foreach (var reason in reasons)
            Console.WriteLine("  " + reason.Replace("\n", "\n  ", StringComparison.Ordinal));
    }
}
