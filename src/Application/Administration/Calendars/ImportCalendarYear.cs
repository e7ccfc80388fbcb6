using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Calendars;

/// <summary>
/// Loads the arrangement of a year, or puts it in the place of what was loaded. Clocks that run on an estimate, or are due in that year or
/// later, are computed anew, each change in its case's history.
/// </summary>
/// <param name="Content">JSON as the product ships it (the whole file, or one year of it), or CSV lines <c>date,kind[,name]</c>.</param>
/// <param name="Revision">Revision of the calendar's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record ImportCalendarYear(int Year, string Content, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class ImportCalendarYearValidator : AbstractValidator<ImportCalendarYear>
{
    public ImportCalendarYearValidator()
    {
        RuleFor(request => request.Year).InclusiveBetween(2000, 2100).WithMessage("年份应在 2000 至 2100 之间。");
        RuleFor(request => request.Content).NotEmpty().WithMessage("请粘贴或上传该年的安排。").MaximumLength(200_000).WithMessage("内容过长，一年的安排不会超过 20 万字。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class ImportCalendarYearHandler(DocumentDesk desk, CalendarEffects effects) : IRequestHandler<ImportCalendarYear, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(ImportCalendarYear request, CancellationToken cancellationToken)
    {
        var read = CalendarYears.Read(request.Year, request.Content);
        if (read.IsRefused)
            return read.Refusal;
        var name = request.Year.ToString(CultureInfo.InvariantCulture);
        return await desk.ChangeAsync(
            new("calendar", request.Revision, "admin.calendar-year-loaded", $"year:{name}") { Note = request.Note },
            edit =>
            {
                var years = edit.Root["years"]!.AsObject();
                years.Remove(name);
                CalendarYears.Insert(years, name, read.Value);
                return null;
            },
            (before, next) => effects.FollowAsync(before, next, new DateOnly(request.Year, 1, 1), cancellationToken),
            cancellationToken);
    }
}
