using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Instances.Viewing;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace Bpm.Studio.Watching;

/// <summary>Elsa's hub: the viewer says which instance it shows and hears when that changes.</summary>
public sealed class WorkflowInstanceHub(InstanceWatch watch, IMediator mediator, Caller caller, OrganisationRegistry organisations) : Hub
{
    /// <summary>Where the designer looks for it: beside the API.</summary>
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Begins to watch an instance of the caller's organisation.</summary>
    /// <exception cref="HubException">There is no such instance for this caller; the text is Chinese.</exception>
    [HubMethodName("ObserveInstanceAsync")]
    public async Task ObserveAsync(string instanceId)
    {
        if (Context.User?.Identity?.Name is not { } userName || organisations.FindStaff(userName) is not var (staff, directory))
            throw new HubException(new NotSignedIn().Message);
        caller.Become(staff, directory);
        var found = await mediator.Send(new GetInstanceSummary(instanceId ?? ""), Context.ConnectionAborted);
        if (found.IsRefused)
            throw new HubException(found.Refusal.Message);
        if (!watch.Add(found.Value.Id, Context.ConnectionId, userName))
            throw new HubException("同时查看的流程实例过多，请关闭一些页面。");
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watch.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
