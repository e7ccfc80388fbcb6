using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Outages;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Domain.Outages;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Open cases of the main case's category that the caller reads in full: what one burst brings.</summary>
/// <param name="Number">The main case.</param>
/// <param name="Days">Received within so many days; 1 to 90.</param>
/// <param name="Search">A part of number, name, phone, address or content; null for any.</param>
/// <param name="NearOnly">Only those near it, in its outage's area, or of the same customer.</param>
[MayRun(Permission.Register)]
public sealed record ListMergeCandidates(string Number, int Days, string? Search, bool NearOnly) : IQuery<MergeCandidates>;

public sealed class ListMergeCandidatesValidator : AbstractValidator<ListMergeCandidates>
{
    public ListMergeCandidatesValidator()
    {
        RuleFor(request => request.Days).InclusiveBetween(1, 90).WithMessage("天数应为 1 至 90。");
        RuleFor(request => request.Search).MaximumLength(100).WithMessage("查找内容最多 100 个字符。");
    }
}

public sealed class ListMergeCandidatesHandler(
    CaseDesk desk, ICaseStore cases, CaseViews views, IOutageStore outages, Caller caller, BusinessClock clock) : IRequestHandler<ListMergeCandidates, Result<MergeCandidates>>
{
    // Somebody reads them: what one press merges is more than enough.
    private const int Most = MergeMany.MostCases;
    private const int MostOutages = 200;
    private const int Begin = 60;

    public async Task<Result<MergeCandidates>> Handle(ListMergeCandidates request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Number, cancellationToken) is not { } main)
            return new CaseNotFound();
        var (organisation, now) = (main.Organisation, clock.GetUtcNow());
        var found = await cases.SearchAsync(
            new(organisation, 0, Most) { Status = CaseStatus.Open, Category = main.Category, Level = main.Level, ReceivedFrom = now - TimeSpan.FromDays(request.Days) }, cancellationToken);
        var areas = (await outages.ListAsync(organisation, OutageState.Current, now, 0, MostOutages, cancellationToken)).Items
            .Where(outage => outage.MainCaseId == main.Id).Select(outage => outage.Area).ToList();
        if (main.Details.Value.Customer.Address is { Length: > 0 } here)
            areas.Add(here);
        var keys = ContactKey.Of(main.Details.Value.Customer).ToHashSet();
        var items = found.Items.Where(one => one.Id != main.Id && views.LevelOf(one) == AccessLevel.Full && Holds(one, request.Search?.Trim()))
            .Select(one => Show(one, keys, areas)).Where(row => !request.NearOnly || row.SameCustomer || row.Near)
            .OrderByDescending(row => row.Near || row.SameCustomer).ThenByDescending(row => row.ReceivedAt);
        var name = caller.Home.Profile.Categories.GetValueOrDefault(main.Category)?.Name ?? main.Category;
        return new MergeCandidates(main.Number, name, [.. items], found.TotalCount <= Most);
    }

    private static bool Holds(Case one, string? search)
    {
        if (string.IsNullOrEmpty(search) || one.Number.Contains(search, StringComparison.OrdinalIgnoreCase))
            return true;
        if (one.Level == Confidentiality.Strict)
            return false;
        var details = one.Details.Value;
        return new[] { details.Customer.Name, details.Customer.Phone, details.Customer.Address, details.Content }
            .Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);
    }

    // Every read of a strictly confidential case is written down, and a list is none: it tells the number, to be opened.
    private MergeCandidate Show(Case one, HashSet<ContactKey> keys, List<string> areas)
    {
        var receivedAt = one.ReceivedAt.In(caller.Home.Profile.Identity.Zone);
        if (one.Level == Confidentiality.Strict)
            return new(one.Number, receivedAt, null, null, null, null, false, false);
        var (details, customer) = (one.Details.Value, one.Details.Value.Customer);
        var content = details.Content.Length > Begin ? details.Content[..Begin] + "…" : details.Content;
        return new(
            one.Number, receivedAt, customer.Name, customer.Phone, customer.Address, content,
            ContactKey.Of(customer).Any(keys.Contains), areas.Any(area => OutageArea.Covers(area, customer.Address)));
    }
}
