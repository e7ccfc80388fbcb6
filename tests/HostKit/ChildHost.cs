using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bpm.HostKit;

/// <summary>The built product as a process of its own, which can be killed in the middle of anything.</summary>
public sealed class ChildHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private ChildHost(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A client for a port; it outlives the processes that listen there.</summary>
    public static HttpClient ClientOf(int port, OpenRequests open)
    {
        open.InnerHandler = new SocketsHttpHandler();
        return new(open) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Starts the product in the Development environment and waits until it answers.</summary>
    public static async Task<ChildHost> StartAsync(Site site, int port, string dataDirectory, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bpm.Host.dll"));
        foreach (var setting in (string[])["--environment=Development", $"--urls=http://127.0.0.1:{port}", $"--Data:Directory={dataDirectory}", "--Logging:LogLevel:Default=Warning", .. settings])
            start.ArgumentList.Add(setting);
        start.Environment["DOTNET_TieredPGO"] = "0";
        var host = new ChildHost(Process.Start(start)!);
        await Until.TrueAsync(() => host.AnswersAsync(site), LongestStart, $"The host did not start: {host.LastLines()}");
        return host;
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(Site site)
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The host ended with {_process.ExitCode}: {LastLines()}");
        try
        {
            return (await site.Nobody.GetAsync("/healthz")).IsSuccess;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 60)
                _lastLines.Dequeue();
        }
    }

    private string LastLines()
    {
        lock (_lastLines)
            return string.Join('\n', _lastLines);
    }
}
