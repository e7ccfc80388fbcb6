using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Application.Reports;
using Bpm.Domain;
using Bpm.Domain.Calendars;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Statistics;

/// <summary>The monthly analysis: repeat addresses, weak departments, slow steps (B art. 9, F-080).</summary>
/// <param name="Month"><c>yyyy-MM</c>; null means the month before the running one.</param>
[MayRun(Permission.Supervise)]
public sealed record GetAnalysis(string? Month) : IQuery<AnalysisView>;

public sealed class GetAnalysisValidator : AbstractValidator<GetAnalysis>
{
    public GetAnalysisValidator() => RuleFor(request => request.Month)
        .Must(month => month is null || DateOnly.TryParseExact(month, StatisticsDesk.MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        .WithMessage("month 应为月份，例如 2026-10。");
}

public sealed class GetAnalysisHandler(IStatisticsQueries queries, StatisticsDesk desk) : IRequestHandler<GetAnalysis, Result<AnalysisView>>
{
    private const int MostAddresses = 50;

    public async Task<Result<AnalysisView>> Handle(GetAnalysis request, CancellationToken cancellationToken)
    {
        var today = desk.Today;
        var first = request.Month is null
            ? new DateOnly(today.Year, today.Month, 1).AddMonths(-1)
            : DateOnly.ParseExact(request.Month, StatisticsDesk.MonthFormat, CultureInfo.InvariantCulture);
        var last = first.AddMonths(1).AddDays(-1);
        var scope = desk.Scope(first, last);
        var cells = await queries.CountAsync(scope, cancellationToken);
        var departments = cells.GroupBy(cell => cell.Department ?? "").Select(group => new FigureGroup(group.Key, desk.Department(group.Key), Figures.Of(group)));
        return new AnalysisView(
            StatisticsDesk.Text(first), DayRange.Text(first), DayRange.Text(last),
            await queries.RepeatAddressesAsync(scope, MostAddresses, cancellationToken),
            [
                .. departments.Where(group => group.Figures.Received > 0).OrderByDescending(group => group.Figures.Late)
                    .ThenByDescending(group => group.Figures.Dissatisfied).ThenByDescending(group => group.Figures.Received).ThenBy(group => group.Code, StringComparer.Ordinal),
            ],
            [.. (await queries.StepsAsync(scope, cancellationToken)).Select(Show)]);
    }

    private static StepView Show(StepDuration step) => new(
        step.Step, step.Title, step.Cases, step.Tasks, (long)step.Median.TotalMinutes, Words(step.Median), (long)step.NinetiethPercentile.TotalMinutes,
        Words(step.NinetiethPercentile));

    private static string Words(TimeSpan span) => LocalText.Span(TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes)));
}
