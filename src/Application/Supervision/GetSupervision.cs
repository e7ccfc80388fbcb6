using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Supervision;

/// <summary>
/// Open clocks that are overdue or soon due, by department and by person, each with its ladder: who heard of it when, who is next (督办; A §六,
/// B art. 5(1)3). Confidential cases are rows without content to those without access.
/// </summary>
/// <param name="By"><c>department</c> (also null) or <c>person</c>.</param>
/// <param name="Department">Code; empty for none.</param>
/// <param name="Person">User name; empty for what nobody has claimed.</param>
/// <param name="Rule">Article.</param>
/// <param name="State"><c>overdue</c>, <c>soon</c> or null for both.</param>
/// <param name="Hours">What is due within so many hours is soon due; 1 to 720, 24 where null.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 200.</param>
[MayRun(Permission.Supervise)]
public sealed record GetSupervision(
    string? By, string? Department, string? Person, string? Rule, string? Channel, string? State, int? Hours, int Page, int PageSize) : IQuery<SupervisionView>;

public sealed class GetSupervisionValidator : AbstractValidator<GetSupervision>
{
    public GetSupervisionValidator()
    {
        RuleFor(request => request.By).Must(by => by is null or "department" or "person").WithMessage("by 应为 department 或 person。");
        RuleFor(request => request.State).Must(state => state is null or "overdue" or "soon").WithMessage("state 应为 overdue 或 soon。");
        RuleFor(request => request.Hours).InclusiveBetween(1, 720).WithMessage("hours 应在 1 至 720 之间。");
        RuleFor(request => request.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条。");
    }
}

public sealed class GetSupervisionHandler(ISupervisionQueries queries, ICaseStore cases, SupervisionViews views, Caller caller, BusinessClock clock)
    : IRequestHandler<GetSupervision, Result<SupervisionView>>
{
    private const int SoonHours = 24;

    public async Task<Result<SupervisionView>> Handle(GetSupervision request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = caller.Home.KeysOf(caller.Member.UserName);
        var byPerson = request.By == "person";
        var filter = new SupervisionFilter(
            caller.Member.Organisation, now, now.AddHours(request.Hours ?? SoonHours),
            [.. caller.Home.Profile.Access.Where(rule => rule.Value.Readers.Any(keys.Contains)).Select(rule => rule.Key.ToString())],
            caller.Member.UserName, byPerson, request.Department, request.Person, request.Rule, request.Channel,
            request.State is null ? null : request.State == "overdue", request.Page, request.PageSize);
        var groups = await queries.GroupsAsync(filter, cancellationToken);
        var chosen = groups.Where(group => (byPerson ? request.Person : request.Department) is not { } code || (group.Readable && (group.Code ?? "") == code)).ToList();
        var readable = chosen.Where(group => group.Readable).Sum(group => group.All);
        var hits = await PageAsync(filter, readable, chosen.Sum(group => group.All), cancellationToken);
        var known = (await cases.PeekAsync([.. hits.Select(hit => hit.CaseId).Distinct()], cancellationToken)).ToDictionary(complaint => complaint.Id);
        return new SupervisionView(
            now.In(caller.Home.Profile.Identity.Zone), byPerson ? "person" : "department",
            [.. groups.OrderByDescending(group => group.Readable).ThenByDescending(group => group.Overdue).ThenByDescending(group => group.Soon).Select(group => Show(group, byPerson))],
            [.. hits.Select(hit => views.Row(known[hit.CaseId], hit.ClockId, hit.Readable, now))], chosen.Sum(group => group.All));
    }

    // What may be read comes first, then the cases of which only the number may be told.
    private async Task<IReadOnlyList<SupervisionHit>> PageAsync(SupervisionFilter filter, int readable, int all, CancellationToken cancellationToken)
    {
        var skip = filter.Page * filter.PageSize;
        IReadOnlyList<SupervisionHit> hits = skip < readable ? await queries.ReadableAsync(filter, skip, filter.PageSize, cancellationToken) : [];
        return hits.Count < filter.PageSize && skip + hits.Count < all
            ? [.. hits, .. await queries.HiddenAsync(filter, Math.Max(0, skip - readable), filter.PageSize - hits.Count, cancellationToken)]
            : hits;
    }

    private SupervisionGroup Show(SupervisionGroupCount group, bool byPerson)
    {
        if (!group.Readable)
            return new(null, "保密案件", group.Overdue, group.Soon);
        var name = byPerson
            ? group.Code is { } person ? caller.Home.DisplayName(person) : "尚未领取"
            : group.Code is { } department ? caller.Home.Department(department)?.Name ?? department : "未转部门";
        return new(group.Code ?? "", name, group.Overdue, group.Soon);
    }
}
