using Bpm.Engine.Definitions;
using Bpm.Host.Commands;
using Bpm.Host.Startup;
using Bpm.HostKit;
using Bpm.Persistence;
using Bpm.Workflows.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Host.Tests.Definitions;

/// <summary>The host's command that plays the scenarios.</summary>
public sealed class RehearseTests
{
    private const string Scenario = "liaocheng-water/scenarios/product-quality/c12-satisfied.json";

    [Fact]
    public async Task Rehearse_ShippedScenarios_ComeOutAsExpected()
    {
        var directory = InProcessHost.NewDirectory();
        try
        {
            var (code, output) = await HostCommand.RunAsync(directory, "rehearse", "product-quality");

            code.ShouldBe(0, output);
            output.ShouldContain("0 个不符合");
            output.ShouldNotContain("情景 0 个");
            Directory.EnumerateFileSystemEntries(directory).ShouldBeEmpty("rehearse touched the data directory");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Rehearse_ScenarioThatExpectsOtherwise_FailsAndTellsWhatDiffers()
    {
        var product = InProcessHost.NewDirectory();
        try
        {
            var packs = Copy(product);
            var file = Path.Combine(packs, Scenario);
            var text = await File.ReadAllTextAsync(file);
            text.ShouldContain("2026-09-27T17:00:00+08:00");
            await File.WriteAllTextAsync(file, text.Replace("2026-09-27T17:00:00+08:00", "2026-09-27T18:00:00+08:00", StringComparison.Ordinal));

            var (code, output) = await RehearseAsync(product);

            code.ShouldBe(1, output);
            output.ShouldContain("不符 " + Scenario);
            output.ShouldContain("B-6.2.5 #1 2026-09-27T18:00");
            output.ShouldContain("B-6.2.5 #1 2026-09-27T17:00");
            output.ShouldContain("1 个不符合");
            output.ShouldNotContain("   at Bpm.", Case.Sensitive);
        }
        finally
        {
            Directory.Delete(product, recursive: true);
        }
    }

    [Fact]
    public async Task Rehearse_FileThatIsNoScenario_FailsWithWords()
    {
        var product = InProcessHost.NewDirectory();
        try
        {
            var packs = Copy(product);
            await File.WriteAllTextAsync(Path.Combine(packs, Scenario), "{\"name\":");

            var (code, output) = await RehearseAsync(product);

            code.ShouldBe(1, output);
            output.ShouldContain("情景文件无法读取");
            output.ShouldNotContain("   at Bpm.", Case.Sensitive);
        }
        finally
        {
            Directory.Delete(product, recursive: true);
        }
    }

    // The command takes the packs that lie beside the program: here it gets others.
    private static async Task<(int Code, string Output)> RehearseAsync(string product)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton(new HostSettings(product, Path.Combine(product, "data"), DatabaseProvider.Sqlite, null, null, "studio"));
        builder.Services.AddSingleton(new GraphCompiler(ComplaintActivities.Registry(), CaseScripts.Functions()));
        await using var app = builder.Build();
        var (before, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        try
        {
            return (await RehearseCommand.RunAsync(app, ["c12"]), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    private static string Copy(string product)
    {
        var from = Path.Combine(Repository.Root, "workflow-definitions");
        var to = Path.Combine(product, "workflow-definitions");
        foreach (var file in new[] { "calendars", "liaocheng-water" }.SelectMany(folder => Directory.GetFiles(Path.Combine(from, folder), "*.json", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }
}
