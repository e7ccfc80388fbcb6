using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Reports;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Reports;

/// <summary>
/// A report of the caller's organisation. What was drawn up is shown as it was; what is yet to be drawn up is computed now, and so is today's
/// list of what is overdue. A day without a report, such as a holiday, has no rows.
/// </summary>
/// <param name="Date"><c>yyyy-MM-dd</c>; null means today.</param>
/// <param name="Format"><c>json</c> or <c>csv</c>; the caller writes it.</param>
[MayRun(Permission.ReadReports)]
public sealed record GetReport(string Code, string? Date, string? Format) : IQuery<ReportView>;

public sealed class GetReportValidator : AbstractValidator<GetReport>
{
    internal const string DateFormat = "yyyy-MM-dd";

    public GetReportValidator()
    {
        RuleFor(request => request.Format).Must(format => format is null or "json" or "csv").WithMessage("format 应为 json 或 csv。");
        RuleFor(request => request.Date)
            .Must(date => date is null || DateOnly.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .WithMessage("date 应为日期，例如 2026-10-08。");
    }
}

public sealed class GetReportHandler(
    IReportStore reports, ReportDesk desk, ReportViews views, OrganisationRegistry organisations, Caller caller, BusinessClock clock)
    : IRequestHandler<GetReport, Result<ReportView>>
{
    public async Task<Result<ReportView>> Handle(GetReport request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        var known = home.Directory.Profile.Reports;
        if (!known.TryGetValue(request.Code, out var profile))
            return new ReportNotFound(known.Keys);
        var now = clock.GetUtcNow();
        var today = home.Calendar.DayOf(now);
        var day = request.Date is null ? today : DateOnly.ParseExact(request.Date, GetReportValidator.DateFormat, CultureInfo.InvariantCulture);
        var drawnUp = await reports.FindAsync(home.Code, profile.Code, day, cancellationToken)
            ?? await reports.FindCoveringAsync(home.Code, profile.Code, home.Calendar.At(day, TimeOnly.MinValue), cancellationToken);
        var live = profile.Source == ReportSource.Overdue && day == today;
        if (drawnUp is not null && !live)
            return await views.OfAsync(home, profile, new(drawnUp.Date, drawnUp.PeriodFrom, drawnUp.PeriodTo), drawnUp, drawnUp.Rows, drawnUp.DraftedAt, cancellationToken);
        var period = ReportPeriod.Containing(profile.Source, day, home.Calendar);
        if (!live && !IsYetToCome(profile.Source, period, now))
            return await views.OfAsync(home, profile, period, null, [], null, cancellationToken);
        var rows = await desk.RowsAsync(home, profile, period, now, cancellationToken);
        return await views.OfAsync(home, profile, period, drawnUp, rows, now, cancellationToken);
    }

    // Its time has begun, and the morning after it, on which it is drawn up, is not over.
    private static bool IsYetToCome(ReportSource source, ReportPeriod period, DateTimeOffset now) =>
        source != ReportSource.Overdue && period.From <= now && now < period.To.AddDays(1);
}
