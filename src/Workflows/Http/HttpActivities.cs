using Bpm.Engine.Activities;

namespace Bpm.Workflows.Http;

/// <summary>Elsa's activities that speak HTTP; outside the engine, which knows nothing of it.</summary>
public static class HttpActivities
{
    /// <summary>All types, in the order of the palette.</summary>
    public static IReadOnlyList<ActivityType> All { get; } = [HttpEndpoint.Type, WriteHttpResponse.Type, FlowSendHttpRequest.Type, SendHttpRequest.Type];
}
