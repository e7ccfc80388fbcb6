using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Application.Reports;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Domain.Penalties;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>Proposes a penalty by hand, for named persons and with a reason; somebody else confirms.</summary>
/// <param name="Complaint">Number of the case.</param>
/// <param name="Rule">Penalty article.</param>
/// <param name="ClockId">The missed clock, or null.</param>
/// <param name="Persons">User names by what the article calls them; at least one.</param>
/// <param name="Day">Local day of the event; null means today.</param>
[MayRun(Permission.ProposePenalties)]
public sealed record ProposePenalty(
    string Complaint, string Rule, Guid? ClockId, IReadOnlyDictionary<string, string?> Persons, string? Day, string? Reason) : ICommand<Page<PenaltyView>>;

public sealed class ProposePenaltyValidator : AbstractValidator<ProposePenalty>
{
    public ProposePenaltyValidator()
    {
        RuleFor(request => request.Complaint).NotEmpty().WithMessage("请填写受理编号。");
        RuleFor(request => request.Rule).NotEmpty().WithMessage("请选择处罚条款。");
        RuleFor(request => request.Persons).Must(persons => persons?.Values.Any(person => !string.IsNullOrWhiteSpace(person)) == true).WithMessage("请指明受罚人。");
        RuleFor(request => request.Day).Must(DayRange.IsDay).WithMessage("day 应为日期，例如 2026-10-08。");
        RuleFor(request => request.Reason).NotEmpty().WithMessage("请填写理由。")
            .MaximumLength(Penalty.MaxReasonLength).WithMessage($"理由最多 {Penalty.MaxReasonLength} 个字符。")
            .Must(reason => reason is null || !TextRules.HasControlCharacters(reason)).WithMessage("理由含有不可见的控制字符，请删除后重试。");
    }
}

public sealed class ProposePenaltyHandler(
    IPenaltyStore penalties, PenaltyDesk desk, PenaltyViews views, CaseDesk caseDesk, Caller caller, BusinessClock clock) : IRequestHandler<ProposePenalty, Result<Page<PenaltyView>>>
{
    public async Task<Result<Page<PenaltyView>>> Handle(ProposePenalty request, CancellationToken cancellationToken)
    {
        if (await caseDesk.FindAsync(request.Complaint.Trim(), cancellationToken) is not { } complaint)
            return new CaseNotFound();
        var (home, now) = (desk.Home, clock.GetUtcNow());
        var rules = home.RulesFor(complaint.ReceivedAt);
        if (rules.FindPenalty(request.Rule) is not { } rule)
            return new PenaltyInvalid("rule", "没有这条处罚条款，请重新选择。");
        if (rule.SkipUnfounded && complaint.Founded == false)
            return new PenaltyInvalid("rule", "该投诉不成立，不适用这条处罚条款。");
        var missed = complaint.Clocks.FirstOrDefault(running => running.Id == request.ClockId);
        if (request.ClockId is not null && missed?.BreachedAt is null)
            return new PenaltyInvalid("clockId", "该时限没有超期，请重新选择。");
        var today = home.Calendar.DayOf(now);
        var day = missed?.BreachedAt is { } breached ? home.Calendar.DayOf(breached) : request.Day is { Length: > 0 } text ? DayRange.Day(text) : today;
        if (day > today || day < home.Calendar.DayOf(complaint.ReceivedAt))
            return new PenaltyInvalid("day", "发生日期应在受理日期与今天之间。");
        var basis = new PenaltyBasis(complaint, missed, rule, missed?.BreachedAt ?? home.Calendar.At(day, TimeOnly.MinValue), day, caller.Name, now);
        var (known, proposed) = (await penalties.OfCaseAsync(complaint.Id, cancellationToken), new List<Penalty>());
        foreach (var (title, named) in request.Persons.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
        {
            if (rule.Liable.FirstOrDefault(line => line.Title == title) is not { } liable)
                return new PenaltyInvalid("persons", $"该条款没有“{title}”，可用：{string.Join('、', rule.Liable.Select(line => line.Title))}。");
            if (home.Directory.Staff(named!.Trim()) is not { } member)
                return new PenaltyInvalid("persons", "没有这个人员，请重新选择。");
            if (known.Concat(proposed).Any(row => row.Article == rule.Article && row.ClockId == request.ClockId && row.Person == member.UserName && row.Title == title && IsLive(row)))
                return new PenaltyDuplicate();
            // The slot tells this row from what the product proposes; a number keeps it apart from one that was decided before.
            var slot = $"{title}/{member.UserName}/{known.Count + proposed.Count}";
            proposed.Add(Penalty.Propose(basis, new(liable, slot, member.UserName, member.Department, request.Reason!.Trim())));
        }

        foreach (var row in proposed)
        {
            penalties.Add(row);
            desk.Record(row, "penalty.proposed", now);
        }

        return new Page<PenaltyView>([.. proposed.Select(row => views.Row(row, readable: !complaint.IsConfidential))], proposed.Count);
    }

    private static bool IsLive(Penalty row) => row.State is PenaltyState.Proposed or PenaltyState.Confirmed or PenaltyState.Appealed;
}
