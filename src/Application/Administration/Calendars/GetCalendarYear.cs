using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Calendars;

/// <summary>One year of the caller's organisation's calendar, also one that is not loaded.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record GetCalendarYear(int Year) : IQuery<CalendarView>;

public sealed class GetCalendarYearHandler(IPackStore packs, OrganisationRegistry organisations, Caller caller) : IRequestHandler<GetCalendarYear, Result<CalendarView>>
{
    public async Task<Result<CalendarView>> Handle(GetCalendarYear request, CancellationToken cancellationToken)
    {
        if (request.Year is < 2000 or > 2100)
            return new InvalidRequest("year", "年份应在 2000 至 2100 之间。");
        var calendar = organisations.Of(caller.Member.Organisation).Calendar;
        var document = (await packs.OfAsync(caller.Member.Organisation, cancellationToken)).First(d => d.Kind == "calendar");
        var first = new DateOnly(request.Year, 1, 1);
        var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
            .Select(day => calendar.MakeUpName(day) is { } made ? new CalendarView.SpecialDay(day, true, made)
                : calendar.HolidayName(day) is { } holiday ? new CalendarView.SpecialDay(day, false, holiday) : null)
            .OfType<CalendarView.SpecialDay>().ToList();
        return new CalendarView(request.Year, calendar.HasYear(request.Year), days, [.. calendar.Years.Select(year => year.Year)], document.Revision);
    }
}
