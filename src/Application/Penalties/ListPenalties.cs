using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Application.Reports;
using Bpm.Domain;
using Bpm.Domain.Penalties;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>
/// The penalty ledger of the caller's organisation, the latest day first, with its sums. Who may neither propose nor confirm sees the own rows only.
/// </summary>
/// <param name="State">proposed, confirmed, appealed, waived, reversed or withdrawn.</param>
/// <param name="Person">User name; empty for rows that name nobody.</param>
/// <param name="Department">Department code.</param>
/// <param name="From">First day, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last day, inclusive.</param>
[MayRun(Permission.Staff)]
public sealed record ListPenalties(string? State, string? Person, string? Department, string? From, string? To) : IQuery<PenaltyLedger>
{
    /// <summary>Most rows of one page.</summary>
    public const int LargestPage = 500;

    /// <summary>Most rows of a file.</summary>
    public const int LargestFile = 20_000;

    /// <summary>Most days with open proposals that are named.</summary>
    public const int MostDays = 31;

    /// <summary>One day, in place of a range.</summary>
    public string? Day { get; init; }

    /// <summary>Penalty article.</summary>
    public string? Rule { get; init; }

    /// <summary>Number of a case.</summary>
    public string? Complaint { get; init; }

    /// <summary><c>json</c>, <c>csv</c> or <c>xlsx</c>; a file has all rows.</summary>
    public string? Format { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    /// <summary>1 to <see cref="LargestPage"/>.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>True where a file is asked for.</summary>
    public bool IsFile => Format is "csv" or "xlsx";
}

public sealed class ListPenaltiesValidator : AbstractValidator<ListPenalties>
{
    public ListPenaltiesValidator()
    {
        RuleFor(request => request.State).IsEnumName(typeof(PenaltyState), caseSensitive: false).WithMessage("state 应为 proposed、confirmed、appealed、waived、reversed 或 withdrawn。");
        RuleFor(request => request.Format).Must(format => format is null or "json" or "csv" or "xlsx").WithMessage("format 应为 json、csv 或 xlsx。");
        RuleFor(request => request.Day).Must(DayRange.IsDay).WithMessage("day 应为日期，例如 2026-10-08。");
        RuleFor(request => request.From).Must(DayRange.IsDay).WithMessage("from 应为日期，例如 2026-10-08。");
        RuleFor(request => request.To).Must(DayRange.IsDay).WithMessage("to 应为日期，例如 2026-10-08。");
        RuleFor(request => request.Page).InclusiveBetween(0, 1_000_000).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, ListPenalties.LargestPage).WithMessage($"每页 1 至 {ListPenalties.LargestPage} 条。");
    }
}

public sealed class ListPenaltiesHandler(IPenaltyStore penalties, PenaltyViews views, Caller caller) : IRequestHandler<ListPenalties, Result<PenaltyLedger>>
{
    public async Task<Result<PenaltyLedger>> Handle(ListPenalties request, CancellationToken cancellationToken)
    {
        var (home, all) = (caller.Home, PenaltyDesk.SeesAll(caller));
        var keys = home.KeysOf(caller.Member.UserName);
        var mine = new PenaltyFilter(
            home.Profile.Identity.Code, [.. home.Profile.Access.Where(rule => rule.Value.Readers.Any(keys.Contains)).Select(rule => rule.Key.ToString())],
            caller.Member.UserName, !all);
        var filter = mine with
        {
            State = request.State is null ? null : Enum.Parse<PenaltyState>(request.State, ignoreCase: true).ToString(),
            Person = request.Person,
            Department = request.Department,
            Article = request.Rule,
            Complaint = request.Complaint,
            From = Day(request.Day ?? request.From),
            To = Day(request.Day ?? request.To),
        };
        var totals = await penalties.TotalsAsync(filter, cancellationToken);
        var rows = await penalties.PageAsync(filter, request.IsFile ? 0 : request.Page, request.IsFile ? ListPenalties.LargestFile : request.PageSize, cancellationToken);
        var days = await penalties.DaysAsync(mine with { State = nameof(PenaltyState.Proposed) }, ListPenalties.MostDays, cancellationToken);
        return new PenaltyLedger(
            [.. rows.Select(row => views.Row(row.Penalty, row.Readable))], totals.Sum(total => total.Count),
            Sums(totals, total => total.State.ToLowerInvariant(), state => PenaltyTitles.Of(Enum.Parse<PenaltyState>(state!, ignoreCase: true))),
            Sums(totals, total => total.Person, person => person is null ? "待补填" : home.DisplayName(person)),
            Sums(totals, total => total.Department, code => code is null ? "待补填" : home.Department(code)?.Name ?? code), days, all);
    }

    private static IReadOnlyList<PenaltySum> Sums(IReadOnlyList<PenaltyTotal> totals, Func<PenaltyTotal, string?> by, Func<string?, string> name) =>
    [
        .. totals.GroupBy(by).Select(group =>
        {
            var confirmed = group.Where(total => total.State == nameof(PenaltyState.Confirmed)).ToList();
            return new PenaltySum(
                group.Key, name(group.Key), group.Sum(total => total.Count), group.Sum(total => total.Amount), group.Sum(total => total.Points),
                confirmed.Sum(total => total.Count), confirmed.Sum(total => total.Amount), confirmed.Sum(total => total.Points));
        }).OrderByDescending(sum => sum.Amount).ThenByDescending(sum => sum.Count).ThenBy(sum => sum.Code, StringComparer.Ordinal),
    ];

    private static DateOnly? Day(string? text) => string.IsNullOrEmpty(text) ? null : DayRange.Day(text);
}
