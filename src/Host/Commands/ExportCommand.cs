using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Host.Startup;

namespace Bpm.Host.Commands;

/// <summary><c>export FOLDER</c>: writes every published definition as a file, byte-stable, one folder an organisation.</summary>
public static class ExportCommand
{
    public static async Task<int> RunAsync(WebApplication app, string[] arguments)
    {
        if (arguments.Length != 1)
        {
            await Console.Error.WriteLineAsync("用法：export 目标文件夹");
            return 2;
        }

        await app.Services.GetRequiredService<FirstLoad>().RunAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IDefinitionStore>();
        foreach (var organisation in scope.ServiceProvider.GetRequiredService<OrganisationRegistry>().All)
        {
            var folder = Directory.CreateDirectory(Path.Combine(arguments[0], organisation.Code)).FullName;
            foreach (var record in await store.PublishedAsync(organisation.Code, CancellationToken.None))
            {
                var name = record.DefinitionId.StartsWith(organisation.Code + "-", StringComparison.Ordinal)
                    ? record.DefinitionId[(organisation.Code.Length + 1)..]
                    : record.DefinitionId;
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".json"), record.Json);
                Console.WriteLine($"{organisation.Code}/{name}.json");
            }
        }

        return 0;
    }
}
