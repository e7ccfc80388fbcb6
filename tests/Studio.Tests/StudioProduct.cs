using Bpm.HostKit;

namespace Bpm.Studio.Tests;

/// <summary>The one product of this project; tests keep to definitions and cases of their own.</summary>
public sealed class StudioProduct : IAsyncLifetime
{
    private InProcessHost? _host;

    public InProcessHost Host => _host ?? throw new InvalidOperationException("The product is not started.");

    public Site Site => Host.Site;

    public async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(Read.Moment("2026-09-30T16:00:00+08:00"));

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    /// <summary>A user's client.</summary>
    public Task<ApiClient> AsAsync(string user) => Site.AsAsync(user);

    /// <summary>Publishes definitions of the first organisation.</summary>
    public async Task PublishAsync(params byte[][] files)
    {
        var result = await Host.ImportAsync("xx-water", files);
        result.IsRefused.ShouldBeFalse(result.IsRefused ? string.Join('\n', result.Refusal.Errors.Values.SelectMany(texts => texts).Prepend(result.Refusal.Message)) : "");
    }
}
