using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Application.Reports;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Statistics;

/// <summary>响应率, 按时办结率, 解决率 and 满意率 of the cases received in a period, by department, category, channel and month (F-077).</summary>
/// <param name="From">First day, <c>yyyy-MM-dd</c>; null means the running month.</param>
/// <param name="To">Last day, inclusive.</param>
[MayRun(Permission.Supervise)]
public sealed record GetStatistics(string? From, string? To) : IQuery<StatisticsView>;

public sealed class GetStatisticsValidator : AbstractValidator<GetStatistics>
{
    public GetStatisticsValidator() => this.CheckPeriod(request => request.From, request => request.To);
}

public sealed class GetStatisticsHandler(IStatisticsQueries queries, StatisticsDesk desk) : IRequestHandler<GetStatistics, Result<StatisticsView>>
{
    public async Task<Result<StatisticsView>> Handle(GetStatistics request, CancellationToken cancellationToken)
    {
        var (first, last) = desk.Days(request.From, request.To);
        var scope = desk.Scope(first, last);
        var cells = await queries.CountAsync(scope, cancellationToken);
        var months = StatisticsDesk.Months(first, last);
        return new StatisticsView(
            DayRange.Text(first), DayRange.Text(last), Figures.Of(cells),
            Groups(cells, cell => cell.Department ?? "", desk.Department, [.. desk.Home.Departments.Select(department => department.Code)]),
            Groups(cells, cell => cell.Category, desk.Category, [.. desk.Home.Profile.Categories.Keys]),
            Groups(cells, cell => cell.Channel, desk.Channel, [.. desk.Home.Profile.Channels.Keys]),
            [.. months.Select((month, index) => new FigureGroup(
                StatisticsDesk.Text(month), StatisticsDesk.Text(month), Figures.Of(cells.Where(cell => cell.Month == index))))],
            await queries.CountHiddenAsync(scope, cancellationToken));
    }

    // In the order in which the organisation shows them; what it does not know any more comes last.
    private static IReadOnlyList<FigureGroup> Groups(
        IReadOnlyList<StatisticsCell> cells, Func<StatisticsCell, string> code, Func<string, string> name, List<string> order) =>
    [
        .. cells.GroupBy(code).OrderBy(group => order.IndexOf(group.Key) is var at and >= 0 ? at : int.MaxValue).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new FigureGroup(group.Key, name(group.Key), Figures.Of(group))),
    ];
}
