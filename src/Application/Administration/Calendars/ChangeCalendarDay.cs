using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Calendars;

/// <summary>Makes one day a day off, a make-up workday, or a plain day of its week again. Clocks that run and are due then or later are computed anew.</summary>
/// <param name="Kind"><c>holiday</c>, <c>workday</c> or <c>plain</c>.</param>
/// <param name="Name">The holiday; needed unless plain.</param>
/// <param name="Revision">Revision of the calendar's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record ChangeCalendarDay(DateOnly Date, string Kind, string? Name, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class ChangeCalendarDayValidator : AbstractValidator<ChangeCalendarDay>
{
    public ChangeCalendarDayValidator()
    {
        RuleFor(request => request.Date.Year).InclusiveBetween(2000, 2100).OverridePropertyName("date").WithMessage("年份应在 2000 至 2100 之间。");
        RuleFor(request => request.Kind).Must(kind => kind is "holiday" or "workday" or "plain").WithMessage("请选择：休息、上班或按普通星期。");
        RuleFor(request => request.Name).NotEmpty().When(request => request.Kind != "plain").WithMessage("请填写节假日名称。")
            .MaximumLength(20).WithMessage("名称不超过 20 字。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class ChangeCalendarDayHandler(DocumentDesk desk, CalendarEffects effects) : IRequestHandler<ChangeCalendarDay, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(ChangeCalendarDay request, CancellationToken cancellationToken)
    {
        var day = request.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return desk.ChangeAsync(
            new("calendar", request.Revision, "admin.calendar-day-changed", $"day:{day}") { Detail = request.Kind, Note = request.Note },
            edit => CalendarYears.PutDay(edit.Root, request.Date, request.Kind, request.Name),
            (before, next) => effects.FollowAsync(before, next, request.Date, cancellationToken),
            cancellationToken);
    }
}
