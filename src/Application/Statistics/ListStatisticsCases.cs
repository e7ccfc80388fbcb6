using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Statistics;

/// <summary>The cases behind a number of <see cref="GetStatistics"/> or <see cref="GetAnalysis"/>: as many as the number says.</summary>
/// <param name="Measure">Name of a <see cref="StatisticsMeasure"/>; null means all, unfounded ones too.</param>
/// <param name="Department">Code; empty for cases that no department has.</param>
/// <param name="Month"><c>yyyy-MM</c>, one that the period touches.</param>
/// <param name="Step">Only cases in which a task of this step was completed.</param>
/// <param name="Address">Only cases with the address of the case of this number.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500; up to 50,000 where a file is asked for.</param>
/// <param name="Format"><c>json</c>, <c>csv</c> or <c>xlsx</c>; the caller writes it.</param>
[MayRun(Permission.Supervise)]
public sealed record ListStatisticsCases(
    string? From, string? To, string? Measure, string? Department, string? Category, string? Channel, string? Month, string? Step, string? Address,
    int Page, int PageSize, string? Format = null) : IQuery<Page<StatisticsCaseView>>;

public sealed class ListStatisticsCasesValidator : AbstractValidator<ListStatisticsCases>
{
    private const int LargestPage = 500;
    private const int LargestFile = 50_000;

    public ListStatisticsCasesValidator()
    {
        this.CheckPeriod(request => request.From, request => request.To);
        RuleFor(request => request.Measure).IsEnumName(typeof(StatisticsMeasure), caseSensitive: false)
            .WithMessage($"measure 应为 {string.Join('、', Enum.GetNames<StatisticsMeasure>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]))} 之一。");
        RuleFor(request => request.Month)
            .Must(month => month is null || DateOnly.TryParseExact(month, StatisticsDesk.MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .WithMessage("month 应为月份，例如 2026-10。");
        RuleFor(request => request.Format).Must(format => format is null or "json" or "csv" or "xlsx").WithMessage("format 应为 json、csv 或 xlsx。");
        RuleFor(request => request.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, LargestPage).When(request => request.Format is null or "json").WithMessage($"每页 1 至 {LargestPage} 条。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, LargestFile).WithMessage($"一次最多导出 {LargestFile} 条。");
    }
}

public sealed class ListStatisticsCasesHandler(IStatisticsQueries queries, StatisticsDesk desk)
    : IRequestHandler<ListStatisticsCases, Result<Page<StatisticsCaseView>>>
{
    public async Task<Result<Page<StatisticsCaseView>>> Handle(ListStatisticsCases request, CancellationToken cancellationToken)
    {
        var (first, last) = desk.Days(request.From, request.To);
        int? month = request.Month is null ? null : StatisticsDesk.Months(first, last).ToList().FindIndex(known => StatisticsDesk.Text(known) == request.Month);
        var filter = new StatisticsFilter(
            request.Measure is null ? null : Enum.Parse<StatisticsMeasure>(request.Measure, ignoreCase: true),
            request.Department, request.Category, request.Channel, month, request.Step, request.Address);
        var page = await queries.CasesAsync(desk.Scope(first, last), filter, request.Page, request.PageSize, cancellationToken);
        return new Page<StatisticsCaseView>([.. page.Items.Select(Show)], page.TotalCount);
    }

    private StatisticsCaseView Show(StatisticsCase its) => new(
        its.Number, its.ReceivedAt.In(desk.Zone), its.ClosedAt.In(desk.Zone), its.Department, desk.Department(its.Department), its.Category,
        desk.Category(its.Category), its.Channel, desk.Channel(its.Channel), its.Closed ? "closed" : "open", its.Unfounded, its.Late, its.Resolved,
        its.Response, its.Satisfied);
}
