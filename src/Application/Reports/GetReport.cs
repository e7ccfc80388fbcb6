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
/// list of what is overdue. A day without a report, such as a holiday, has no rows. A range of days is always computed.
/// </summary>
/// <param name="Date"><c>yyyy-MM-dd</c>; null means today.</param>
/// <param name="From">First day of a range, in place of <paramref name="Date"/>.</param>
/// <param name="To">Its last day, inclusive; null means the first.</param>
/// <param name="Format"><c>json</c>, <c>csv</c> or <c>xlsx</c>; the caller writes it.</param>
[MayRun(Permission.ReadReports)]
public sealed record GetReport(string Code, string? Date, string? From, string? To, string? Format) : IQuery<ReportView>
{
    /// <summary>Most rows of one page.</summary>
    public const int LargestPage = 500;

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    /// <summary>Rows of a page, up to <see cref="LargestPage"/>; null for all rows, as a file and a print have them.</summary>
    public int? PageSize { get; init; }
}

public sealed class GetReportValidator : AbstractValidator<GetReport>
{
    public GetReportValidator()
    {
        RuleFor(request => request.Format).Must(format => format is null or "json" or "csv" or "xlsx").WithMessage("format 应为 json、csv 或 xlsx。");
        RuleFor(request => request.Page).InclusiveBetween(0, 1_000_000).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, GetReport.LargestPage).WithMessage($"每页 1 至 {GetReport.LargestPage} 条。");
        RuleFor(request => request.Date).Must(DayRange.IsDay).WithMessage("date 应为日期，例如 2026-10-08。");
        RuleFor(request => request.From).Must(DayRange.IsDay).WithMessage("from 应为日期，例如 2026-10-08。");
        RuleFor(request => request.To).Must(DayRange.IsDay).WithMessage("to 应为日期，例如 2026-10-08。");
        RuleFor(request => request.From).Must((request, from) => from is null || request.Date is null).WithMessage("date 与 from、to 只能填写一种。");
        RuleFor(request => request.To).Must((request, to) => to is null || request.From is not null).WithMessage("填写 to 时请同时填写 from。");
        RuleFor(request => request.To)
            .Must((request, to) => DayRange.Day(to!).DayNumber - DayRange.Day(request.From!).DayNumber is >= 0 and < DayRange.Longest)
            .When(request => request.From is not null && request.To is not null && DayRange.IsDay(request.From) && DayRange.IsDay(request.To))
            .WithMessage($"to 不得早于 from，最多查询 {DayRange.Longest} 天。");
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
        {
            return home.Directory.Profile.Papers.ContainsKey(request.Code)
                ? new InvalidRequest("complaint", "这是单个案件的单据，请在 complaint 中填写受理编号。")
                : new ReportNotFound(known.Keys);
        }

        var now = clock.GetUtcNow();
        var today = home.Calendar.DayOf(now);
        if (request.From is { } first)
            return await OfRangeAsync(request, home, profile, DayRange.Day(first), DayRange.Day(request.To ?? first), now, cancellationToken);
        var day = request.Date is null ? today : DayRange.Day(request.Date);
        var drawnUp = await reports.FindAsync(home.Code, profile.Code, day, cancellationToken)
            ?? await reports.FindCoveringAsync(home.Code, profile.Code, home.Calendar.At(day, TimeOnly.MinValue), cancellationToken);
        var live = profile.Source == ReportSource.Overdue && day == today;
        if (drawnUp is not null && !live)
        {
            var shown = ReportDesk.Slice(drawnUp.Rows, request.Page, request.PageSize);
            return await views.OfAsync(home, profile, new(drawnUp.Date, drawnUp.PeriodFrom, drawnUp.PeriodTo), drawnUp, shown, drawnUp.DraftedAt, cancellationToken);
        }

        var period = ReportPeriod.Containing(profile.Source, day, home.Calendar);
        if (!live && !IsYetToCome(profile.Source, period, now))
            return await views.OfAsync(home, profile, period, null, new([], 0), null, cancellationToken);
        var rows = await desk.PageAsync(home, profile, period, now, request.Page, request.PageSize, cancellationToken);
        return await views.OfAsync(home, profile, period, drawnUp, rows, now, cancellationToken);
    }

    private async Task<Result<ReportView>> OfRangeAsync(
        GetReport request, Installed home, ReportProfile profile, DateOnly first, DateOnly last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What was overdue at a minute gone by is known only where it was drawn up.
        if (profile.Source == ReportSource.Overdue)
            return new InvalidRequest("from", "这份报表按某一日期查询，请改用 date。");
        var period = new ReportPeriod(first, home.Calendar.At(first, TimeOnly.MinValue), home.Calendar.At(last.AddDays(1), TimeOnly.MinValue));
        var rows = await desk.PageAsync(home, profile, period, now, request.Page, request.PageSize, cancellationToken);
        return await views.OfAsync(home, profile, period, null, rows, now, cancellationToken);
    }

    // Its time has begun, and the morning after it, on which it is drawn up, is not over.
    private static bool IsYetToCome(ReportSource source, ReportPeriod period, DateTimeOffset now) =>
        source != ReportSource.Overdue && period.From <= now && now < period.To.AddDays(1);
}
