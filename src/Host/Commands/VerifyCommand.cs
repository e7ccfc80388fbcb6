using Bpm.Engine.Definitions;
using Bpm.Host.Startup;
using Bpm.Workflows.Checks;
using Bpm.Workflows.Packs;

namespace Bpm.Host.Commands;

/// <summary><c>verify</c>: checks every pack's files, rules and definitions; touches no database.</summary>
public static class VerifyCommand
{
    public static Task<int> RunAsync(WebApplication app, string[] arguments)
    {
        var checker = new DefinitionChecker(app.Services.GetRequiredService<GraphCompiler>());
        var (errors, warnings) = (0, 0);
        foreach (var reading in PackReader.ReadAll(app.Services.GetRequiredService<HostSettings>().DefinitionsFolder))
        {
            foreach (var problem in reading.Problems)
                Say("错误", $"{problem.File}：{problem.Message}", ref errors);
            if (reading.Pack is not { } pack)
                continue;
            foreach (var finding in pack.Rules.Check())
                Say("错误", $"{pack.Code}/rules.json：{finding.Message}", ref errors);
            foreach (var finding in checker.CheckAll(pack))
            {
                if (finding.Severity == Severity.Error)
                    Say("错误", $"{pack.Code}：{finding.Message}", ref errors);
                else
                    Say("警告", $"{pack.Code}：{finding.Message}", ref warnings);
            }

            Console.WriteLine($"{pack.Code}：{pack.Definitions.Count} 个流程，{pack.Rules.Articles.Count} 条条款，{pack.Rules.Rules.Count} 个时限。");
        }

        Console.WriteLine($"{errors} 个错误，{warnings} 个警告。");
        return Task.FromResult(errors > 0 ? 1 : 0);
    }

    private static void Say(string severity, string text, ref int count)
    {
        count++;
        Console.WriteLine($"{severity} {text}");
    }
}
