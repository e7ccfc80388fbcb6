using Bpm.Application.Complaints;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>What people do to a case beside its process.</summary>
public static class CaseActionEndpoints
{
    public static void MapCaseActions(this IEndpointRouteBuilder complaints)
    {
        complaints.MapPost("/{number}/links", (string number, LinkBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new LinkComplaints(number, body.To ?? "", body.Kind ?? "", body.Reason), ct))
            .WithSummary("关联另一案件：similar 同类、repeat 重复、retaliation 涉嫌打击报复").Produces<CaseView>();
    }

    /// <summary>Body of a link.</summary>
    public sealed record LinkBody(string? To, string? Kind, string? Reason);
}
