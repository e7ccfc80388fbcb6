using Bpm.Host.Startup;

namespace Bpm.Host.Commands;

/// <summary>Serves, or runs one command and ends: <c>verify</c>, <c>rehearse</c>, <c>import</c>, <c>export</c>.</summary>
public static class CommandLine
{
    private static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> Commands = new()
    {
        ["verify"] = VerifyCommand.RunAsync,
        ["rehearse"] = RehearseCommand.RunAsync,
        ["import"] = ImportCommand.RunAsync,
        ["export"] = ExportCommand.RunAsync,
    };

    /// <summary>The arguments that are settings.</summary>
    public static string[] WithoutCommand(string[] args) =>
        args.Length > 0 && Commands.ContainsKey(args[0]) ? [.. args.Skip(1).Where(argument => argument.StartsWith('-'))] : args;

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>Exit code: 0 when all went well.</returns>
    public static async Task<int> RunAsync(string[] args, WebApplication app)
    {
        if (args.Length > 0 && Commands.TryGetValue(args[0], out var command))
            return await command(app, [.. args.Skip(1).Where(argument => !argument.StartsWith('-'))]);
        await app.Services.GetRequiredService<FirstLoad>().RunAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
