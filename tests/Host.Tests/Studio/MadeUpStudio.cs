using System.Net;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Studio;

/// <summary>The product with a folder of made-up files in the place of Elsa Studio's.</summary>
public sealed class MadeUpStudio : IAsyncLifetime
{
    public const string Fingerprinted = "_framework/Some.Library.w74c71rsd5.wasm";
    private readonly string _folder = InProcessHost.NewDirectory();
    private InProcessHost _host = null!;

    /// <summary>Answers as they come over the wire.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Write("package.json", "{\"version\":\"1.2.3\"}");
        Write("index.html", "a sample page");
        Write("_framework/blazor.webassembly.js", "start");
        Write(Fingerprinted, "raw");
        Write(Fingerprinted + ".br", "br");
        Write(Fingerprinted + ".gz", "gz");
        Write("_framework/zones.dat", "zones");
        _host = await InProcessHost.StartAsync(null, settings: new Dictionary<string, string> { ["Studio:Files"] = _folder }, sockets: true);
        Http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(_host.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
