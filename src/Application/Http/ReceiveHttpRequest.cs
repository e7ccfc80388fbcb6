using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Workflows.Http;
using MediatR;

namespace Bpm.Application.Http;

/// <summary>
/// Gives a request under <c>/workflows/</c> to the one workflow of the caller's organisation that listens for it: a published one is started,
/// else an instance that waits goes on. The answer is what the burst wrote.
/// </summary>
/// <param name="Request">The request, read and parsed.</param>
/// <param name="CorrelationId">Of a new instance; of those that wait only one with it is meant. Null for any.</param>
/// <param name="InstanceId">Only this waiting instance is meant, and nothing is started; null for any.</param>
[MayRun(Permission.StaffOrLink)]
public sealed record ReceiveHttpRequest(HttpRequestData Request, string? CorrelationId, string? InstanceId) : ICommand<HttpAnswer>;

/// <summary>What a request came to.</summary>
/// <param name="InstanceId">The instance that took it.</param>
/// <param name="Reply">What the burst answered; null where it answered nothing.</param>
/// <param name="HasIncident">Did something go wrong in the burst?</param>
public sealed record HttpAnswer(string InstanceId, HttpReply? Reply, bool HasIncident);

public sealed class ReceiveHttpRequestHandler(HttpListeners listeners, HttpReception reception, Caller caller)
    : IRequestHandler<ReceiveHttpRequest, Result<HttpAnswer>>
{
    public async Task<Result<HttpAnswer>> Handle(ReceiveHttpRequest request, CancellationToken cancellationToken)
    {
        var found = await listeners.FindAsync(request, caller.Home.Profile.Identity.Code, cancellationToken);
        return found switch
        {
            { Triggers: [var trigger] } => await reception.StartAsync(trigger, request, cancellationToken),
            { Triggers.Count: > 1 } => new EndpointAmbiguous(found.Triggers.Count),
            { Bookmarks: [var bookmark] } => await reception.ResumeAsync(bookmark, request, cancellationToken),
            { Bookmarks.Count: > 1 } => new EndpointAmbiguous(found.Bookmarks.Count),
            _ => new EndpointNotFound(),
        };
    }
}
