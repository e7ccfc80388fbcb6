using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Trails;

/// <summary>
/// Searches the audit trail of the caller's organisation, newest first. Entries about confidential cases are found only by those who may
/// read the cases of that level in full.
/// </summary>
/// <param name="Actor">User name; null for anybody.</param>
/// <param name="CaseNumber">Null for all.</param>
/// <param name="Action">Code of an action, or the begin of one that ends with a dot, such as <c>task.</c>; null for all.</param>
/// <param name="From">First local day; null for 30 days before <paramref name="To"/>, or for the begin where a case is named.</param>
/// <param name="To">Last local day; null for today.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 200.</param>
[MayRun(Permission.ReadAudit)]
public sealed record SearchAudit(string? Actor, string? CaseNumber, string? Action, DateOnly? From, DateOnly? To, int Page, int PageSize) : IQuery<Page<AuditRow>>;

public sealed class SearchAuditValidator : AbstractValidator<SearchAudit>
{
    public SearchAuditValidator()
    {
        RuleFor(search => search.Page).InclusiveBetween(0, 100_000).WithMessage("页码从 0 起。");
        RuleFor(search => search.PageSize).InclusiveBetween(1, ListLimits.LargestPage).WithMessage($"每页 1 至 {ListLimits.LargestPage} 条。");
        RuleFor(search => search.To).Must((search, to) => search.From is null || to is null || search.From <= to).WithMessage("结束日期不能早于开始日期。");
    }
}

public sealed class SearchAuditHandler(IAuditQueries queries, Caller caller, BusinessClock clock) : IRequestHandler<SearchAudit, Result<Page<AuditRow>>>
{
    public async Task<Result<Page<AuditRow>>> Handle(SearchAudit request, CancellationToken cancellationToken)
    {
        var page = await queries.SearchAsync(AuditFilters.Of(request, caller, clock.GetUtcNow()), cancellationToken);
        return new Page<AuditRow>(AuditFilters.Rows(page.Items, caller), page.TotalCount);
    }
}
