using Bpm.Application;
using Bpm.Application.Penalties;
using Bpm.Application.Reports.Files;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The penalty ledger.</summary>
public static class PenaltyEndpoints
{
    public static void MapPenalties(this IEndpointRouteBuilder routes)
    {
        var penalties = routes.MapGroup("/api/penalties").WithTags("处罚");
        penalties.MapGet("", ([AsParameters] LedgerQuery question, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(question.Ask(), ledger => SheetResults.Answer(ledger, PenaltySheet.Of, question.Format), ct))
            .WithSummary("处罚台账及合计：format=json、csv 或 xlsx；没有权限的人员只见本人的").Produces<PenaltyLedger>().Produces<byte[]>(StatusCodes.Status200OK, "text/csv", XlsxFile.MediaType);
        penalties.MapPost("", (ProposePenalty body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(body, made => TypedResults.Created($"/api/penalties/{made.Items[0].Id}", made), ct))
            .WithSummary("人工提出处罚").Produces<Page<PenaltyView>>(StatusCodes.Status201Created);
        penalties.MapPost("/decide", (DecidePenalties body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("对多条处罚建议作同样的决定：confirm 确认、waive 不予处罚").Produces<Page<PenaltyResult>>();
        penalties.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetPenalty(id), ct))
            .WithSummary("一条处罚及其依据").Produces<PenaltyView>();
        penalties.MapPost("/{id:guid}/confirm", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new ConfirmPenalty(id), ct))
            .WithSummary("确认处罚").Produces<PenaltyView>();
        penalties.MapPost("/{id:guid}/waive", (Guid id, TaskEndpoints.ReasonBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(new WaivePenalty(id, body.Reason), ct))
            .WithSummary("不予处罚，或撤销已确认的处罚").Produces<PenaltyView>();
        penalties.MapPost("/{id:guid}/appeal", (Guid id, TaskEndpoints.ReasonBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(new AppealPenalty(id, body.Reason), ct))
            .WithSummary("受罚人申诉").Produces<PenaltyView>();
        penalties.MapPost("/{id:guid}/decide", (Guid id, AppealBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new DecidePenalty(id, body.Decision, body.Reason), ct))
            .WithSummary("对申诉作出决定：uphold 维持、reverse 撤销").Produces<PenaltyView>();
        penalties.MapPost("/{id:guid}/complete", (Guid id, CompleteBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new CompletePenalty(id, body.Person, body.Amount, body.Disposition, body.Reason), ct))
            .WithSummary("补填受罚人、金额或处分").Produces<PenaltyView>();
    }

    /// <summary>What of the ledger is asked for; see <see cref="ListPenalties"/>.</summary>
    /// <param name="Day">One day, in place of a range.</param>
    public sealed record LedgerQuery(
        string? State, string? Person, string? Department, string? From, string? To, string? Day, string? Rule, string? Complaint, int? Page, int? PageSize, string? Format)
    {
        /// <summary>The question for the use case.</summary>
        public ListPenalties Ask() => new(State, Person, Department, From, To)
        {
            Day = Day, Rule = Rule, Complaint = Complaint, Format = Format, Page = Page ?? 0, PageSize = PageSize ?? 100,
        };
    }

    /// <summary>The decision on an appeal.</summary>
    public sealed record AppealBody(string? Decision, string? Reason);

    /// <summary>What is filled in; null leaves a field as it is.</summary>
    public sealed record CompleteBody(string? Person, decimal? Amount, string? Disposition, string? Reason);
}
