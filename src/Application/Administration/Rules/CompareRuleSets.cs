using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>What two rule sets of the caller's organisation say differently.</summary>
/// <param name="From">First day of one set.</param>
/// <param name="To">First day of the other.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record CompareRuleSets(DateOnly From, DateOnly To) : IQuery<Page<RuleDifference>>;

public sealed class CompareRuleSetsHandler(OrganisationRegistry organisations, Caller caller) : IRequestHandler<CompareRuleSets, Result<Page<RuleDifference>>>
{
    public Task<Result<Page<RuleDifference>>> Handle(CompareRuleSets request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        if (home.RuleSets.FirstOrDefault(set => set.EffectiveFrom == request.From) is not { } from || home.RuleSets.FirstOrDefault(set => set.EffectiveFrom == request.To) is not { } to)
            return Task.FromResult<Result<Page<RuleDifference>>>(new DocumentNotFound());
        var found = new List<RuleDifference>();
        foreach (var id in from.Rules.Concat(to.Rules).Select(rule => rule.Id).Distinct())
        {
            var (before, after) = (from.Find(id) is { } was ? RuleSets.View(was, home.Directory) : null, to.Find(id) is { } now ? RuleSets.View(now, home.Directory) : null);
            found.AddRange(Parts(before).Keys.Union(Parts(after).Keys)
                .Select(what => new RuleDifference(id, (after ?? before)!.Name, what, Parts(before).GetValueOrDefault(what, ""), Parts(after).GetValueOrDefault(what, "")))
                .Where(difference => difference.Before != difference.After));
        }

        foreach (var id in from.Texts.Concat(to.Texts).Select(text => text.Id).Distinct())
        {
            var (before, after) = (from.FindText(id)?.Text ?? "", to.FindText(id)?.Text ?? "");
            if (before != after)
                found.Add(new(id, "固定用语", "文字", before, after));
        }

        return Task.FromResult<Result<Page<RuleDifference>>>(new Page<RuleDifference>(found, found.Count));
    }

    private static Dictionary<string, string> Parts(RuleView? rule)
    {
        if (rule is null)
            return [];
        var parts = new Dictionary<string, string>
        {
            ["名称"] = rule.Name, ["时限"] = rule.DurationText, ["工作日算法"] = rule.Kind == "workingDay" ? ReadingText(rule.Reading) : "", ["起算"] = rule.Start, ["停止"] = rule.Stop,
            ["不晚于本班次结束"] = rule.CapAtShiftEnd ? "是" : "否",
        };
        foreach (var rung in rule.Rungs)
            parts[$"提醒 {rung.Name}"] = $"{rung.AtText}：{string.Join('、', rung.ToNames)}";
        return parts;
    }

    private static string ReadingText(string reading) => reading switch
    {
        "sameTimeNextWorkingDay" => "下一工作日同一时刻",
        "workingHours" => "按办公时间累计",
        _ => "下一工作日下班时",
    };
}
