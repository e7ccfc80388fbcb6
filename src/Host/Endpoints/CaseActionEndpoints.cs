using System.Text.Json;
using Bpm.Application;
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
            .WithSummary("关联另一案件：similar 同类、repeat 重复、retaliation 涉嫌打击报复、new 已核对为新事项").Produces<CaseView>();
        complaints.MapPost("/{number}/merge", (string number, MergeBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new MergeComplaint(number, body.Into ?? "", body.Reason), ct))
            .WithSummary("并案：并入另一案件，本案随之办结").Produces<CaseView>();
        complaints.MapPost("/{number}/merge-many", (string number, MergeManyBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new MergeMany(number, body.From ?? [], body.Reason), ct))
            .WithSummary("批量并案：把多个案件并入本案，逐件给出结果").Produces<Page<MergeResult>>();
        complaints.MapGet("/{number}/merge-candidates", (string number, int? days, string? search, bool? near, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListMergeCandidates(number, days ?? 3, search, near ?? false), ct))
            .WithSummary("可以并入本案的案件").Produces<MergeCandidates>();
        complaints.MapGet("/{number}/merged", (string number, IMediator mediator, CancellationToken ct) => mediator.Ask(new ListMergedCallers(number), ct))
            .WithSummary("并入本案的案件及其客户，供一并回访").Produces<Page<MergedCaller>>();
        complaints.MapPost("/{number}/correct", (string number, CorrectBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new CorrectComplaint { Number = number, Category = body.Category, Kind = body.Kind, Attributes = body.Attributes, Reason = body.Reason }, ct))
            .WithSummary("更正登记错误的类别、类型或属性").Produces<CaseView>();
        complaints.MapPost("/{number}/disclosures", (string number, DisclosureBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RequestDisclosure(number, body.Recipient ?? "", body.Scope ?? "", body.Reason), ct))
            .WithSummary("申请对外提供案件内容，由他人授权").Produces<CaseView>();
    }

    /// <summary>Body of a merger.</summary>
    public sealed record MergeBody(string? Into, string? Reason);

    /// <summary>Body of a merger of many.</summary>
    public sealed record MergeManyBody(IReadOnlyList<string>? From, string? Reason);

    /// <summary>Body of a correction.</summary>
    public sealed record CorrectBody(string? Category, string? Kind, IReadOnlyDictionary<string, JsonElement>? Attributes, string? Reason);

    /// <summary>Body of a request for disclosure.</summary>
    public sealed record DisclosureBody(string? Recipient, string? Scope, string? Reason);

    /// <summary>Body of a link.</summary>
    public sealed record LinkBody(string? To, string? Kind, string? Reason);
}
