using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Regulations;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>Changes one limit of a rule set that is not in force yet.</summary>
/// <param name="EffectiveFrom">Which set.</param>
/// <param name="Id">Article, or an alias of it.</param>
/// <param name="Duration">Written form such as <c>PT24H</c> or <c>P1WD</c>.</param>
/// <param name="Reading">How working days are counted: <c>endOfNextWorkingDay</c>, <c>sameTimeNextWorkingDay</c> or <c>workingHours</c>.</param>
/// <param name="CapAtShiftEnd">Due no later than the end of the shift in which it starts.</param>
/// <param name="Rungs">Thresholds by name that come at another time or go to others; those not named stay as they are.</param>
/// <param name="Revision">Revision of the set's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record ChangeRule(
    DateOnly EffectiveFrom, string Id, string Duration, string Reading, bool CapAtShiftEnd, IReadOnlyList<RungChange>? Rungs, long? Revision, string? Note)
    : ICommand<SavedDocument>;

/// <summary>Another time or other recipients of a threshold.</summary>
/// <param name="At">Written form such as <c>due-2h</c>.</param>
/// <param name="To">Recipient tokens; null leaves them as they are.</param>
public sealed record RungChange(string Name, string At, IReadOnlyList<string>? To);

public sealed class ChangeRuleValidator : AbstractValidator<ChangeRule>
{
    private static readonly string[] _readings = ["endOfNextWorkingDay", "sameTimeNextWorkingDay", "workingHours"];

    public ChangeRuleValidator()
    {
        RuleFor(request => request.Duration).Must(text => Parses(text, ClockDuration.Parse)).WithMessage("时限请写成 PT24H（24 小时）、PT30M（30 分钟）、P1WD（1 个工作日）或 P1D（1 个自然日）。");
        RuleFor(request => request.Reading).Must(reading => _readings.Contains(reading)).WithMessage("请选择工作日的计算方式。");
        RuleForEach(request => request.Rungs).Must(rung => Parses(rung.At, RungTime.Parse)).WithMessage("提醒时间请写成 50%、due-2h、due 08:30、due、due+30m 或 due+1WD 08:30。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }

    private static bool Parses<T>(string text, Func<string, T> parse)
    {
        try
        {
            parse(text ?? "");
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}

public sealed class ChangeRuleHandler(DocumentDesk desk, RuleSets sets, Caller caller) : IRequestHandler<ChangeRule, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(ChangeRule request, CancellationToken cancellationToken)
    {
        if (request.EffectiveFrom <= sets.Today(caller.Member.Organisation))
            return new RuleSetInForce(request.EffectiveFrom);
        var change = new DocumentChange("rules", request.Revision, "admin.rule-changed", $"rule:{request.Id}")
        {
            EffectiveFrom = request.EffectiveFrom, Detail = $"{request.EffectiveFrom:yyyy-MM-dd} {request.Duration} {request.Reading}", Note = request.Note,
        };
        return await desk.ChangeAsync(change, edit => Edit(edit, request), cancellationToken);
    }

    private static EntryNotFound? Edit(DocumentEdit edit, ChangeRule request)
    {
        var rule = edit.Home.RuleSets.First(set => set.EffectiveFrom == request.EffectiveFrom).Find(request.Id);
        if (rule is null || edit.Find("clocks", "id", rule.Id) is not { } clock)
            return new EntryNotFound("时限", request.Id);
        clock["duration"] = request.Duration;
        if (request.Reading != "endOfNextWorkingDay" || clock.ContainsKey("reading"))
            clock["reading"] = request.Reading;
        clock.Put("capAtShiftEnd", request.CapAtShiftEnd, usual: false);
        foreach (var wanted in request.Rungs ?? [])
        {
            if (rule.Rungs.FirstOrDefault(rung => rung.Name == wanted.Name) is not { } known)
                return new EntryNotFound("提醒", wanted.Name);
            var to = wanted.To ?? known.Recipients;
            if (RungTime.Parse(wanted.At) != known.At || !to.SequenceEqual(known.Recipients))
                PutRung(clock, known, wanted.At, to);
        }

        return null;
    }

    // The rule's own threshold hides the one of its ladder that has the same name.
    private static void PutRung(JsonObject clock, LadderRung known, string at, IReadOnlyList<string> to)
    {
        var own = (clock["warn"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(IsIt);
        own ??= (clock["rungs"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(IsIt);
        if (own is null)
        {
            own = new JsonObject { ["rung"] = known.Name, ["kind"] = known.Kind.ToString().ToLowerInvariant() };
            if (clock["rungs"] is JsonArray list)
                list.Add(own);
            else
                clock["rungs"] = new JsonArray(own);
        }

        own["at"] = at;
        own.Remove("atFor");
        own.Put("to", to);
        own.Put("alsoAtNight", known.AlsoAtNight, usual: false);

        bool IsIt(JsonObject rung) => DocumentJson.Text(rung["rung"]) == known.Name;
    }
}
