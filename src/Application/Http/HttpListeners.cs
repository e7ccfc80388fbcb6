using Bpm.Application.Triggers;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Storage;
using Bpm.Workflows.Http;

namespace Bpm.Application.Http;

/// <summary>
/// Finds who listens for a request. The most specific template counts: literals before parameters, from the left; of one template, published
/// workflows before instances that wait (Elsa takes the template that was registered first).
/// </summary>
public sealed class HttpListeners(ITriggerIndex triggers, IInstanceStore instances)
{
    /// <summary>All who listen with the best template; mostly one.</summary>
    public async Task<HttpListening> FindAsync(ReceiveHttpRequest received, string organisation, CancellationToken cancellationToken)
    {
        var request = received.Request;
        foreach (var shape in RouteTemplate.ShapesOf(request.Path))
        {
            var hash = Stimulus.Hash(HttpEndpoint.TypeName, HttpEndpoint.Payload(request.Method, shape));
            var starting = received.InstanceId is null ? await triggers.MatchAsync(hash, organisation, cancellationToken) : [];
            if (starting.Count > 0)
                return new(starting, []);
            var waiting = (await instances.MatchAsync(hash, organisation, received.CorrelationId, cancellationToken))
                .Where(match => received.InstanceId is null || match.InstanceId == received.InstanceId).ToList();
            if (waiting.Count > 0)
                return new([], waiting);
        }

        return new([], []);
    }
}
