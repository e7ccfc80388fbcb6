using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Calendars;
using Bpm.Domain.Clocks;
using Bpm.Domain.Regulations;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Calendars;

/// <summary>What <see cref="ChangeCalendarDay"/> would do, without doing it.</summary>
/// <param name="Kind"><c>holiday</c>, <c>workday</c> or <c>plain</c>.</param>
/// <param name="Name">The holiday; does not matter here.</param>
/// <param name="From">What limits are counted from; null means the afternoon of the day before.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record PreviewCalendarDay(DateOnly Date, string Kind, string? Name, DateTimeOffset? From) : IQuery<CalendarPreview>
{
    /// <summary>Most open limits that are looked at, the soonest due first.</summary>
    public const int MostClocks = 5000;
}

public sealed class PreviewCalendarDayValidator : AbstractValidator<PreviewCalendarDay>
{
    public PreviewCalendarDayValidator()
    {
        RuleFor(request => request.Date.Year).InclusiveBetween(2000, 2100).OverridePropertyName("date").WithMessage("请填写日期，年份应在 2000 至 2100 之间。");
        RuleFor(request => request.Kind).Must(kind => kind is "holiday" or "workday" or "plain").WithMessage("请选择：休息、上班或按普通星期。");
        RuleFor(request => request.From).Must(from => from is null || from.Value.Year is >= 2000 and <= 2100).WithMessage("起算时间的年份应在 2000 至 2100 之间。");
    }
}

public sealed class PreviewCalendarDayHandler(IPackStore packs, ICalendarQueries queries, OrganisationRegistry organisations, Caller caller, BusinessClock clock)
    : IRequestHandler<PreviewCalendarDay, Result<CalendarPreview>>
{
    private static readonly TimeOnly _afternoon = new(16, 0);

    public async Task<Result<CalendarPreview>> Handle(PreviewCalendarDay request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        var root = DocumentJson.Read((await packs.OfAsync(home.Code, cancellationToken)).First(document => document.Kind == "calendar").Json);
        if (CalendarYears.PutDay(root, request.Date, request.Kind, request.Name ?? "预览") is { } refusal)
            return refusal;
        var (before, after) = (home.Calendar, WorkingCalendar.Parse(root.ToJsonString()));
        var from = request.From ?? before.At(request.Date.AddDays(-1), _afternoon);
        var limits = home.RulesFor(clock.GetUtcNow()).Rules.Where(rule => ClockPlanner.UsesCalendar(rule.Kind) && rule.Recurrence is null)
            .Select(rule => (Rule: rule, Before: Plan(home, rule, from, before), After: Plan(home, rule, from, after))).ToList();
        var changed = limits.Where(limit => limit.Before.DueAt != limit.After.DueAt).ToList();
        var open = await queries.OpenLimitsAsync(home.Code, before.At(request.Date, TimeOnly.MinValue), PreviewCalendarDay.MostClocks + 1, cancellationToken);
        var moved = open.Take(PreviewCalendarDay.MostClocks).Select(running => (Running: running, Rule: home.RulesFor(running.ReceivedAt).Find(running.RuleId)))
            .Where(pair => pair.Rule is not null).Select(pair => (pair.Running, Rule: pair.Rule!, After: Plan(home, pair.Rule!, pair.Running.StartedAt, after).DueAt))
            .Where(pair => pair.After != pair.Running.DueAt).ToList();
        var zone = home.Directory.Profile.Identity.Zone;
        return new CalendarPreview(
            from.In(zone),
            [.. changed.Select(limit => new CalendarPreview.Limit(limit.Rule.Id, limit.Rule.Name, limit.Rule.Article, limit.Before.DueAt.In(zone), limit.After.DueAt.In(zone), limit.After.Explanation))],
            limits.Count - changed.Count,
            [.. moved.Where(pair => !pair.Running.IsStrict).GroupBy(pair => pair.Rule.Id).Select(same => (Soonest: same.MinBy(pair => pair.Running.DueAt), Count: same.Count()))
                .Select(same => new CalendarPreview.Moved(
                    same.Soonest.Rule.Id, same.Soonest.Rule.Name, same.Soonest.Rule.Article, same.Count, same.Soonest.Running.DueAt.In(zone), same.Soonest.After.In(zone)))
                .OrderBy(same => same.Before)],
            moved.Count(pair => pair.Running.IsStrict),
            open.Count <= PreviewCalendarDay.MostClocks);
    }

    private static ClockPlan Plan(Installed home, ClockRule rule, DateTimeOffset start, WorkingCalendar calendar) =>
        ClockPlanner.Plan(rule, start, calendar, rule.Roster is { } roster ? home.Directory.ShiftOf(roster, start)?.To : null);
}
