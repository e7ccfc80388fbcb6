using Bpm.Application.Http;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.HostKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bpm.Host.Tests.Workflows;

/// <summary>A product with workflows that listen under <c>/workflows/</c>; outside systems are stood in for by <see cref="Outside"/>.</summary>
public sealed class WorkflowProduct : IAsyncLifetime
{
    private InProcessHost? _host;

    public InProcessHost Host => _host!;

    public Site Site => Host.Site;

    /// <summary>What workflows sent, and what they are answered.</summary>
    internal FakeSender Outside { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _host = await InProcessHost.StartAsync(
            new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)),
            settings: new Dictionary<string, string> { ["Http:RequestLimit"] = "20000" },
            services: services => services.Replace(ServiceDescriptor.Singleton<IHttpSender>(Outside)));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Publishes a workflow.</summary>
    internal async Task PublishAsync(Flow flow, string organisation = "xx-water")
    {
        var result = await Host.ImportAsync(organisation, flow.Build());
        result.IsRefused.ShouldBeFalse(result.IsRefused ? result.Refusal.Message + string.Join('\n', result.Refusal.Errors.Values.SelectMany(t => t)) : "");
    }

    /// <summary>Lets the business clock go on, and everything happen that falls due.</summary>
    public async Task PassAsync(TimeSpan span) => await Site.AdvanceToAsync(await Site.NowAsync() + span);

    public async Task<WorkflowInstance> InstanceAsync(string id)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IInstanceStore>().FindAsync(id, default))!;
    }

    /// <summary>The instance that took a request.</summary>
    public Task<WorkflowInstance> InstanceAsync(Answer answer) => InstanceAsync(answer.Headers["X-Workflow-Instance-Id"]);
}
