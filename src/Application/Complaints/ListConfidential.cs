using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>The strictly confidential cases, newest receipt first, for those who always read them (B art. 7(2)).</summary>
/// <param name="Status"><c>open</c>, <c>closed</c> or null.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500.</param>
[MayRun(Permission.Staff)]
public sealed record ListConfidential(string? Status, int Page, int PageSize) : IQuery<Page<ComplaintRow>>
{
    /// <summary>True for those who may run it.</summary>
    public static bool IsFor(Caller caller) =>
        caller.Staff is { } staff && caller.Home.Profile.Access.TryGetValue(Confidentiality.Strict, out var rule) && rule.Readers.Any(caller.Home.KeysOf(staff.UserName).Contains);
}

public sealed class ListConfidentialValidator : AbstractValidator<ListConfidential>
{
    public ListConfidentialValidator()
    {
        RuleFor(request => request.Status).IsEnumName(typeof(CaseStatus), caseSensitive: false).WithMessage("status 应为 open 或 closed。");
        RuleFor(request => request.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, 500).WithMessage("每页 1 至 500 条。");
    }
}

public sealed class ListConfidentialHandler(ICaseStore cases, CaseViews views, Caller caller) : IRequestHandler<ListConfidential, Result<Page<ComplaintRow>>>
{
    public async Task<Result<Page<ComplaintRow>>> Handle(ListConfidential request, CancellationToken cancellationToken)
    {
        if (!ListConfidential.IsFor(caller))
            return new NotAllowed();
        var page = await cases.SearchAsync(
            new(caller.Member.Organisation, request.Page, request.PageSize)
            {
                Level = Confidentiality.Strict,
                Status = request.Status is null ? null : Enum.Parse<CaseStatus>(request.Status, ignoreCase: true),
            }, cancellationToken);
        return new Page<ComplaintRow>([.. page.Items.Select(views.RowOf)], page.TotalCount);
    }
}
