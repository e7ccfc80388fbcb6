using Bpm.Application.Access;
using Bpm.Application.Instances.Viewing;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Incidents;

/// <summary>Incidents of the caller's organisation that nobody has dealt with yet, newest first.</summary>
/// <param name="DefinitionId">Of this workflow only; null for all.</param>
/// <param name="Page">From 0.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record ListIncidents(string? DefinitionId, int Page, int PageSize) : IQuery<IncidentList>;

/// <summary>A page of incidents.</summary>
/// <param name="Definitions">All workflows that have any, whatever page is shown.</param>
public sealed record IncidentList(IReadOnlyList<IncidentView> Items, int TotalCount, IReadOnlyList<IncidentCount> Definitions);

public sealed class ListIncidentsValidator : AbstractValidator<ListIncidents>
{
    public ListIncidentsValidator()
    {
        RuleFor(list => list.Page).InclusiveBetween(0, 1_000_000).WithMessage("页号从 0 开始。");
        RuleFor(list => list.PageSize).InclusiveBetween(1, 100).WithMessage("每页 1 至 100 条。");
    }
}

public sealed class ListIncidentsHandler(IIncidentQueries incidents, InstanceRepairs repairs, Caller caller) : IRequestHandler<ListIncidents, Result<IncidentList>>
{
    public async Task<Result<IncidentList>> Handle(ListIncidents request, CancellationToken cancellationToken)
    {
        var profile = caller.Home.Profile.Identity;
        var definition = string.IsNullOrWhiteSpace(request.DefinitionId) ? null : request.DefinitionId;
        var page = await incidents.ListAsync(new(profile.Code, definition, request.Page, request.PageSize), cancellationToken);
        var cases = new Dictionary<string, (string? Number, bool ShowsAll)>(StringComparer.Ordinal);
        foreach (var id in page.Items.Select(row => row.InstanceId).Distinct())
            cases[id] = await repairs.FindAsync(id, cancellationToken) is var (_, complaint) ? (complaint?.Number, repairs.ShowsAll(complaint)) : (null, false);
        return new IncidentList(
            [.. page.Items.Select(row => View(row, cases[row.InstanceId].Number, cases[row.InstanceId].ShowsAll, profile.Zone))], page.TotalCount,
            await incidents.CountAsync(profile.Code, cancellationToken));
    }

    private static IncidentView View(IncidentRow row, string? number, bool showsAll, TimeZoneInfo zone) => new(
        row.Id, row.InstanceId, row.DefinitionId, row.DefinitionName, row.Version, number, showsAll ? row.ActivityId : null,
        showsAll ? row.StepName : InstancePicture.Hidden, row.ActivityInstanceId, showsAll ? row.Message : InstancePicture.Hidden, row.At.In(zone),
        row.SubStatus, !showsAll);
}
