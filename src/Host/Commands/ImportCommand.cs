using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Host.Startup;
using MediatR;

namespace Bpm.Host.Commands;

/// <summary><c>import FILE…</c>: publishes definition files; the folder that a file lies in names its organisation.</summary>
public static class ImportCommand
{
    public static async Task<int> RunAsync(WebApplication app, string[] files)
    {
        var folder = app.Services.GetRequiredService<HostSettings>().ProductFolder;
        var paths = files.Select(file => File.Exists(file) ? Path.GetFullPath(file) : Path.GetFullPath(file, folder)).ToList();
        if (paths.Count == 0 || paths.FirstOrDefault(path => !File.Exists(path)) is { } missing && Complain($"没有这个文件：{missing}"))
            return Complain("用法：import 流程文件…（位于 workflow-definitions/<单位代码>/ 之下）") ? 2 : 0;
        await app.Services.GetRequiredService<FirstLoad>().RunAsync(CancellationToken.None);
        foreach (var pack in paths.GroupBy(path => Path.GetFileName(Path.GetDirectoryName(path)!)))
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
            var command = new ImportDefinitions(pack.Key, [.. pack.Select(File.ReadAllBytes)], "命令行导入");
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
            if (result.IsRefused)
            {
                Complain(result.Refusal.Message);
                foreach (var text in result.Refusal.Errors.Values.SelectMany(texts => texts))
                    Complain($"  {text}");
                return 1;
            }

            if (result.Value.Versions.Count == 0)
                Console.WriteLine($"{pack.Key}：与已发布的版本相同，没有变化。");
            foreach (var version in result.Value.Versions)
                Console.WriteLine($"{pack.Key}：已发布 {version.Name}（{version.DefinitionId}）第 {version.Number} 版；在办案件仍按原版本办理。");
        }

        return 0;
    }

    private static bool Complain(string text)
    {
        Console.Error.WriteLine(text);
        return true;
    }
}
