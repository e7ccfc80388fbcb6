using Bpm.HostKit;

namespace Bpm.Host.Tests.Studio;

/// <summary>The product on a socket, for tests of its pages without a browser.</summary>
public sealed class RunningPages : IAsyncLifetime
{
    private InProcessHost _host = null!;

    public string Address => _host.Address;

    /// <summary>A browser that nobody is signed in with.</summary>
    public PageSession Open() => new(_host.Address);

    /// <summary>A browser that somebody is signed in with.</summary>
    public async Task<PageSession> OpenAsync(string user)
    {
        var session = Open();
        (await session.SignInAsync(user)).Dispose();
        return session;
    }

    public async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(null, sockets: true);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
