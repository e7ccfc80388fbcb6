using System.Diagnostics;

namespace Bpm.HostKit;

/// <summary>Runs one command of the host's command line to its end.</summary>
public static class HostCommand
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(90);

    /// <summary>Exit code and everything that was printed.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string dataDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bpm.Host.dll"), .. arguments, "--environment=Development", $"--Data:Directory={dataDirectory}", "--Logging:LogLevel:Default=Warning"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(_longest);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output + await error);
    }
}
