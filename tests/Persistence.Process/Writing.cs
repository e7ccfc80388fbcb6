using Bpm.Application.Installation;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Persistence.Process;

/// <summary>Writes until it is killed.</summary>
internal static class Writing
{
    private const int Clients = 8;

    public static async Task<int> RunAsync(string folder)
    {
        await using var database = await Database.OpenAsync(folder);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => WriteAsync(database, client))));
        return 0;
    }

    private static async Task WriteAsync(Database database, int client)
    {
        for (var number = client; ; number += Clients)
        {
            await database.WriteAsync(async services =>
            {
                var settings = services.GetRequiredService<ISettings>();
                foreach (var part in (string[])["a", "b", "c"])
                {
                    await settings.PutAsync($"{number}.{part}", new string('x', 200), CancellationToken.None);
                    await Task.Yield();
                }
            });
            Console.WriteLine(number);
        }
    }
}
