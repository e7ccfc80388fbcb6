using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>
/// 并案 of many calls about one event. No command itself: each case is merged in a transaction of its own, so that one that cannot be merged
/// stops no other and the writer serves everybody in between. Harmless when repeated.
/// </summary>
/// <param name="Number">The main case.</param>
/// <param name="From">Numbers of the others; at most <see cref="MostCases"/>.</param>
/// <param name="Reason">Required.</param>
[MayRun(Permission.Register)]
public sealed record MergeMany(string Number, IReadOnlyList<string> From, string? Reason) : IQuery<Page<MergeResult>>
{
    /// <summary>Most cases of one request.</summary>
    public const int MostCases = 200;
}

public sealed class MergeManyValidator : AbstractValidator<MergeMany>
{
    public MergeManyValidator()
    {
        RuleFor(request => request.From).NotEmpty().WithMessage("请选择要并入的案件。");
        RuleFor(request => request.From.Count).LessThanOrEqualTo(MergeMany.MostCases).OverridePropertyName("from").WithMessage($"一次最多并入 {MergeMany.MostCases} 个案件，请分批办理。");
        RuleFor(request => request.Reason).NotEmpty().WithMessage("请填写理由。")
            .MaximumLength(CaseNote.MaxLength).WithMessage($"理由最多 {CaseNote.MaxLength} 个字符。");
    }
}

public sealed class MergeManyHandler(CaseDesk desk, IMediator mediator) : IRequestHandler<MergeMany, Result<Page<MergeResult>>>
{
    public async Task<Result<Page<MergeResult>>> Handle(MergeMany request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Number, cancellationToken) is null)
            return new CaseNotFound();
        var results = new List<MergeResult>();
        foreach (var number in request.From.Select(number => number?.Trim() ?? "").Distinct())
        {
            var merged = await mediator.Send(new MergeComplaint(number, request.Number, request.Reason), cancellationToken);
            // The first command carries the request's key; no other case is touched where the key was used for something else.
            if (merged.Refusal is IdempotencyKeyReused reused)
                return reused;
            results.Add(new(number, !merged.IsRefused, merged.Refusal?.Code, merged.Refusal?.Message));
        }

        return new Page<MergeResult>(results, results.Count);
    }
}
