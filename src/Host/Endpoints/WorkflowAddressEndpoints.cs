using Bpm.Application.Access;
using Bpm.Application.Http;
using Bpm.Host.Problems;
using Bpm.Host.Startup;
using Bpm.Host.Workflows;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The addresses at which workflows listen. Who listens is in the database; here is one route for all.</summary>
public static class WorkflowAddressEndpoints
{
    private const int LongestId = 200;

    public static void MapWorkflowAddresses(this IEndpointRouteBuilder routes) =>
        routes.Map(WorkflowPaths.Prefix + "/{**path}", ReceiveAsync).ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, Caller caller, IMediator mediator, HttpSettings settings, CancellationToken cancellationToken)
    {
        // Before anything is read, and the same for every address: a stranger learns nothing.
        if (caller.Staff is null && !caller.HoldsLink)
            return Problem.Of(new NotSignedIn());
        if (!WorkflowPaths.TryRead(context.Request.Path, out var path))
            return Problem.Of(new EndpointNotFound());
        var (data, problem) = await new WorkflowRequestReader(settings.RequestLimit).ReadAsync(context.Request, path, cancellationToken);
        if (data is null)
            return problem!;
        var correlationId = Id(context.Request, "X-Correlation-Id", "correlationId");
        var instanceId = Id(context.Request, WorkflowReply.InstanceHeader, "workflowInstanceId");
        if (correlationId?.Length > LongestId || instanceId?.Length > LongestId)
            return Problem.Of(400, "REQUEST-INVALID", $"关联号和流程实例号不超过 {LongestId} 个字符。");
        return await mediator.Ask(new ReceiveHttpRequest(data, correlationId, instanceId), answer => new WorkflowReply(answer), cancellationToken);
    }

    // As Elsa: the header first, then the query.
    private static string? Id(HttpRequest request, string header, string query) =>
        request.Headers[header].FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))
        ?? request.Query[query].FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
