using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Application.Tasks;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.FollowUp;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>
/// 并案客户回访: what each customer whose case was merged into this one said when called back, while the main case's own follow-up is at hand.
/// All or none; each call stands in its case as any call back does, and the main case says how many brought what.
/// Who is not satisfied stands in the main case's history, and the head of its department is told.
/// </summary>
/// <param name="TaskId">The follow-up task of the main case, which the caller holds.</param>
/// <param name="Calls">At most <see cref="MergeMany.MostCases"/>.</param>
[MayRun(Permission.Staff)]
public sealed record RecordCallBacks(Guid TaskId, IReadOnlyList<RecordCallBacks.CallBack> Calls) : ICommand<CallBacksRecorded>
{
    /// <summary>True for a step with these outcomes: they are the results of a call back.</summary>
    public static bool IsFor(IEnumerable<string> outcomes) => !Enum.GetNames<FollowUpResult>().Except(outcomes).Any();

    /// <summary>One call.</summary>
    /// <param name="Number">The merged case.</param>
    /// <param name="Result">Name of a <see cref="FollowUpResult"/>.</param>
    /// <param name="Note">What the customer said, or null.</param>
    public sealed record CallBack(string Number, string? Result, string? Note);
}

public sealed class RecordCallBacksValidator : AbstractValidator<RecordCallBacks>
{
    private const int LongestNote = 1000;

    public RecordCallBacksValidator()
    {
        RuleFor(request => request.Calls).NotEmpty().WithMessage("请至少填写一位客户的回访结果。");
        RuleFor(request => request.Calls.Count).LessThanOrEqualTo(MergeMany.MostCases).OverridePropertyName("calls").WithMessage($"一次最多记录 {MergeMany.MostCases} 位客户，请分批记录。");
        RuleForEach(request => request.Calls).Must(call => Enum.GetNames<FollowUpResult>().Contains(call.Result)).OverridePropertyName("calls")
            .WithMessage("回访结果应为满意（Satisfied）、不满意（NotSatisfied）或无法联系（Unreachable）。");
        RuleForEach(request => request.Calls).Must(call => call.Note is not { } note || (note.Length <= LongestNote && !TextRules.HasControlCharacters(note)))
            .OverridePropertyName("calls").WithMessage($"顾客意见最多 {LongestNote} 个字符，且不含控制字符。");
        RuleFor(request => request.Calls).Must(calls => calls.Select(call => call.Number).Distinct().Count() == calls.Count).WithMessage("同一案件只能填写一次。");
    }
}

public sealed class RecordCallBacksHandler(ICaseStore cases, MergedCases merged, CaseViews views, OrganisationRegistry organisations, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RecordCallBacks, Result<CallBacksRecorded>>
{
    /// <summary>Written into the history of each merged case, and once into that of the main case.</summary>
    public const string Action = "case.called-back";

    /// <summary>Written into the history of the main case: which merged cases' customers are not satisfied.</summary>
    public const string UnsatisfiedAction = "case.callers-unsatisfied";

    private const int NumbersTold = 3;

    public async Task<Result<CallBacksRecorded>> Handle(RecordCallBacks request, CancellationToken cancellationToken)
    {
        var main = await cases.FindByTaskAsync(request.TaskId, cancellationToken);
        if (main is null || views.LevelOf(main) != AccessLevel.Full || main.Task(request.TaskId) is not { } task || !RecordCallBacks.IsFor(task.Outcomes.Select(outcome => outcome.Name)))
            return new TaskNotFound();
        if (!task.IsActive)
            return new TaskAlreadyDone();
        if (task.Assignee != caller.Member.UserName)
            return task.Assignee is null ? new TaskNotClaimed() : new TaskNotHeld();
        var now = clock.GetUtcNow();
        var known = (await merged.OfAsync(main, cancellationToken)).Where(one => views.LevelOf(one) == AccessLevel.Full).Select(one => one.Number).ToHashSet();
        foreach (var call in request.Calls)
        {
            if (!known.Contains(call.Number) || await cases.FindByNumberAsync(call.Number, cancellationToken) is not { } one)
                return new CallBackOfOther(call.Number);
            one.RecordFollowUp(Enum.Parse<FollowUpResult>(call.Result!), caller.Name, string.IsNullOrWhiteSpace(call.Note) ? null : call.Note.Trim(), now);
            audit.Append(AuditEntry.Record(now, one.Organisation, caller.Name, Action, $"case:{one.Number}", call.Result!, one.Id));
        }

        var counts = request.Calls.GroupBy(call => call.Result!).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}={group.Count()}");
        audit.Append(AuditEntry.Record(now, main.Organisation, caller.Name, Action, $"case:{main.Number}", string.Join(' ', counts), main.Id));
        TellOfUnsatisfied(main, [.. request.Calls.Where(call => call.Result == nameof(FollowUpResult.NotSatisfied)).Select(call => call.Number)], now);
        return new CallBacksRecorded(main.Number, request.Calls.Count);
    }

    // What was done was done for all of them in the main case: it says who is not content, and the head of who did it hears.
    private void TellOfUnsatisfied(Case main, IReadOnlyList<string> numbers, DateTimeOffset now)
    {
        if (numbers.Count == 0)
            return;
        audit.Append(AuditEntry.Record(now, main.Organisation, caller.Name, UnsatisfiedAction, $"case:{main.Number}", string.Join(' ', numbers), main.Id));
        if (main.Department is not { } department)
            return;
        var home = organisations.Of(main.Organisation);
        var some = string.Join('、', numbers.Take(NumbersTold)) + (numbers.Count > NumbersTold ? " 等" : "");
        foreach (var user in home.Directory.UsersWith(Keys.Head(department)))
        {
            var deliverAt = home.RulesFor(main.ReceivedAt).QuietHours.DeliverAt(now, Keys.User(user), alsoAtNight: false, home.Directory.Profile.Identity.Zone);
            main.RaiseNotice(new(user, NoticeKind.Information, $"受理编号 {main.Number}：并入的 {numbers.Count} 个案件（{some}）回访时客户不满意，请核实处理情况。", now, deliverAt));
        }
    }
}
