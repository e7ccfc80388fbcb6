using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bpm.Connectors.Tests.Http;

/// <summary>An outside system on a port of this machine that answers as a test says and remembers what it was asked.</summary>
internal sealed class OutsideSystem : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OutsideSystem(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Asked { get; } = new();

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string Host => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    public string Port => Host[(Host.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static async Task<OutsideSystem> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var system = new OutsideSystem(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            system.Asked.Enqueue(new(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, await reader.ReadToEndAsync()));
            await answer(context);
        });
        await app.StartAsync();
        return system;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
