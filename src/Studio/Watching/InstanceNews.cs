using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Instances.Viewing;
using Bpm.Studio.Instances;
using MediatR;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bpm.Studio.Watching;

/// <summary>
/// Tells those who watch an instance that it changed. What each may see is asked anew every time: of a confidential case others hear only that
/// there was a change.
/// </summary>
public sealed class InstanceNews(InstanceWatch watch, IHubContext<WorkflowInstanceHub> hub, IServiceScopeFactory scopes, ILogger<InstanceNews> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var instanceId in watch.ChangesAsync(stoppingToken))
        {
            try
            {
                foreach (var watchers in watch.WatchersOf(instanceId))
                    await TellAsync(instanceId, watchers.Key, [.. watchers], stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.NewsFailed(logger, instanceId, exception);
            }
        }
    }

    private async Task TellAsync(string instanceId, string userName, IReadOnlyList<string> connections, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<OrganisationRegistry>().FindStaff(userName) is not var (staff, directory))
            return;
        scope.ServiceProvider.GetRequiredService<Caller>().Become(staff, directory);
        var found = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FindActivityRuns(instanceId, null), cancellationToken);
        if (found.IsRefused)
            return;
        var clients = hub.Clients.Clients(connections);
        if (found.Value.Picture.ShowsAll)
        {
            await clients.SendAsync(
                "ActivityExecutionLogUpdatedAsync", new { Stats = ActivityStats.Of(found.Value.Wanted).Select(ElsaRuns.Stats).ToArray() }, cancellationToken);
            await clients.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, cancellationToken);
        }

        await clients.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = instanceId }, cancellationToken);
    }
}
