using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Instances;
using Bpm.Application.Triggers;
using Bpm.Domain;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Workflows.Http;
using Bpm.Workflows.Instances;

namespace Bpm.Application.Http;

/// <summary>Hands a request to the workflow that listens, unless its endpoint does not take it from this caller. Works in the running transaction.</summary>
public sealed class HttpReception(InstanceProcess process, InstanceDesk desk, GraphCache graphs, Caller caller, BusinessClock clock)
{
    /// <summary>Starts an instance of a published workflow.</summary>
    public async Task<Result<HttpAnswer>> StartAsync(TriggerRow trigger, ReceiveHttpRequest received, CancellationToken cancellationToken)
    {
        var graph = graphs.Get(trigger.VersionId);
        if (Refuses(graph.Find(trigger.NodePath)!, received.Request) is { } refusal)
            return refusal;
        var (now, slot) = (clock.GetUtcNow(), new HttpReplySlot());
        var options = new StartOptions
        {
            InstanceId = OrderedId.New(now).ToString("N"),
            TenantId = trigger.Organisation,
            CorrelationId = received.CorrelationId,
            Trigger = new(trigger.NodePath, received.Request.ToValue()),
        };
        var scope = new InstanceScope { TenantId = trigger.Organisation, Now = now, Reply = slot };
        var started = await process.StartAsync(graph, options, scope, cancellationToken);
        return started.IsRefused ? started.Refusal : new HttpAnswer(started.Value.Id, slot.Written, started.Value.Incidents.Count > 0);
    }

    /// <summary>Lets a waiting instance go on.</summary>
    public async Task<Result<HttpAnswer>> ResumeAsync(BookmarkMatch bookmark, ReceiveHttpRequest received, CancellationToken cancellationToken)
    {
        var slot = new HttpReplySlot();
        Refusal? refusal = null;
        Burst? burst = null;
        var went = await desk.ActAsync(bookmark.InstanceId, Resume, cancellationToken);
        return refusal is not null ? refusal
            : went ? new HttpAnswer(bookmark.InstanceId, slot.Written, burst!.Incidents.Count > 0)
            : new EndpointNotFound();

        Burst Resume(WorkflowRunner runner, WorkflowGraph graph, WorkflowInstance instance, object host)
        {
            WorkflowRunner.Bind(graph, instance);
            refusal = instance.IsPaused ? new EndpointPaused()
                : instance.FindWaiting(bookmark.BookmarkId) is { } node ? Refuses(node, received.Request)
                : null;
            if (refusal is not null)
                return Burst.None(instance);
            ((IHttpReply)host).Reply = slot;
            return burst = runner.Resume(graph, instance, bookmark.BookmarkId, received.Request.ToValue(), host);
        }
    }

    private Refusal? Refuses(ActivityNode node, HttpRequestData request)
    {
        var endpoint = (HttpEndpoint)node.Activity;
        if (endpoint.Authorize && caller.Staff is null)
            return new EndpointNeedsPerson();
        if (endpoint.Policy is { } policy && !caller.Home.Allows(caller.Member, policy))
            return new EndpointForbidden(policy);
        return endpoint.Refuses(request.Length) ? new EndpointBodyTooLarge(endpoint.SizeLimit!.Value) : null;
    }
}
