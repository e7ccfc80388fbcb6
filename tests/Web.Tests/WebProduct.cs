using System.Text;
using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Definitions.Drafts;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.HostKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Web.Tests;

/// <summary>The one product of this project, on a real socket so that browsers keep its cookies; tests keep to definitions and instances of their own.</summary>
public sealed class WebProduct : IAsyncLifetime
{
    private InProcessHost? _host;

    public InProcessHost Host => _host ?? throw new InvalidOperationException("The product is not started.");

    public Site Site => Host.Site;

    public async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(Read.Moment("2026-09-30T16:00:00+08:00"), sockets: true);

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    /// <summary>A browser with a user signed in.</summary>
    public async Task<PageBrowser> OpenAsync(string user)
    {
        var browser = new PageBrowser(Host.Address);
        await browser.SignInAsync(user);
        return browser;
    }

    /// <summary>Runs a use case as a user would, past all doors.</summary>
    public async Task<T> RunAsync<T>(string user, IRequest<Result<T>> request)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var home = scope.ServiceProvider.GetRequiredService<OrganisationRegistry>().Of(user.StartsWith('a') ? "xx-water" : "liaocheng-water").Directory;
        scope.ServiceProvider.GetRequiredService<Caller>().Become(home.Staff(user)!, home);
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        result.IsRefused.ShouldBeFalse(result.IsRefused ? string.Join('\n', result.Refusal.Errors.Values.SelectMany(texts => texts).Prepend(result.Refusal.Message)) : "");
        return result.Value;
    }

    /// <summary>Saves a draft as a process admin.</summary>
    public Task<DefinitionRecord> SaveAsync(JsonNode definition) => RunAsync("a.process", new SaveDraft(Encoding.UTF8.GetBytes(definition.ToJsonString()), null, null));

    /// <summary>Saves and publishes as a process admin.</summary>
    public async Task<DefinitionRecord> PublishAsync(JsonNode definition, string? note = null)
    {
        var saved = await SaveAsync(definition);
        return (await RunAsync("a.process", new PublishDefinition(saved.DefinitionId, note))).Record;
    }
}
