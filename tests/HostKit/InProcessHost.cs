using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bpm.HostKit;

/// <summary>The whole product in this process, in the Development environment, on a data directory of its own.</summary>
public sealed class InProcessHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Factory _factory;
    private readonly bool _ownsDirectory;

    private InProcessHost(
        string directory, bool ownsDirectory, DateTimeOffset? clockStart, bool sockets, IReadOnlyDictionary<string, string>? settings,
        Action<IServiceCollection>? services)
    {
        (DataDirectory, _ownsDirectory) = (directory, ownsDirectory);
        _factory = new Factory(directory, clockStart, settings, services);
        if (sockets)
            _factory.UseKestrel(0);
        // Its own options and no others: with sockets they hold the address that the server was given.
        _factory.ClientOptions.AllowAutoRedirect = false;
        var http = _factory.CreateClient();
        http.Timeout = TimeSpan.FromMinutes(3);
        Address = http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Site = new Site(http);
    }

    /// <summary>The product as its callers reach it.</summary>
    public Site Site { get; }

    /// <summary>Where it listens, without a slash at the end; a real address only with sockets.</summary>
    public string Address { get; }

    /// <summary>The product's own services.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Where the database lies.</summary>
    public string DataDirectory { get; }

    /// <summary>Starts and waits until the first load is done.</summary>
    /// <param name="clockStart">Start of the virtual clock; null for real time, or for what an existing directory remembers.</param>
    /// <param name="dataDirectory">An existing directory to go on with, left in place at the end; null for a new one, deleted at the end.</param>
    /// <param name="sockets">Through a real socket, with the web server's own limits.</param>
    /// <param name="settings">Further settings.</param>
    /// <param name="services">Puts something else in the place of a service of the product.</param>
    public static async Task<InProcessHost> StartAsync(
        DateTimeOffset? clockStart, string? dataDirectory = null, bool sockets = false, IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null)
    {
        var host = new InProcessHost(dataDirectory ?? NewDirectory(), dataDirectory is null, clockStart, sockets, settings, services);
        await Until.TrueAsync(async () => (await host.Site.Nobody.GetAsync("/healthz")).IsSuccess, LongestStart, "The host did not become healthy.");
        return host;
    }

    /// <summary>A new empty directory for data.</summary>
    public static string NewDirectory() => Directory.CreateTempSubdirectory("bpm-test-").FullName;

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_ownsDirectory)
            Directory.Delete(DataDirectory, recursive: true);
    }

    private sealed class Factory(
        string directory, DateTimeOffset? clockStart, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? services)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseContentRoot(Path.Combine(Repository.Root, "src", "Host"));
            builder.UseSetting("Data:Directory", directory);
            if (clockStart is { } start)
                builder.UseSetting("Clock:Start", start.ToString("O"));
            foreach (var (name, value) in settings ?? new Dictionary<string, string>())
                builder.UseSetting(name, value);
            builder.ConfigureServices(product => product.AddLogging(logging => logging.ClearProviders()));
            if (services is not null)
                builder.ConfigureTestServices(services);
        }
    }
}
