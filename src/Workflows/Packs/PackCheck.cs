using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Workflows.Packs;

/// <summary>What must fit between the documents of one organisation. Messages are Chinese and say what is wrong.</summary>
public static class PackCheck
{
    /// <summary>Rules that name a roster, and penalties that name people or a check, which the organisation does not have.</summary>
    public static IEnumerable<string> RuleProblems(RuleSet ruleSet, OrganisationDirectory directory) => ruleSet.Rules
        .Where(rule => rule.Roster is { } roster && directory.Rosters.All(known => known.Code != roster))
        .Select(rule => $"条款 {rule.Id} 的班次表“{rule.Roster}”在 organisation.json 中不存在。")
        .Concat(PenaltyProblems(ruleSet, directory));

    // A penalty that names nobody, or a check that never comes, would be proposed for the wrong reason.
    private static IEnumerable<string> PenaltyProblems(RuleSet ruleSet, OrganisationDirectory directory)
    {
        foreach (var rule in ruleSet.Penalties)
        {
            foreach (var token in rule.Liable.SelectMany(liable => liable.Who).Distinct().Where(token => !directory.Knows(token)))
                yield return $"处罚条款 {rule.Article} 的受罚人“{token}”在 organisation.json 中不存在。";
            if (rule.Check is { } check && !directory.Profile.Duties.ContainsKey(check.Duty))
                yield return $"处罚条款 {rule.Article} 的例行检查“{check.Duty}”在 organisation.json 中不存在。";
        }
    }

    /// <summary>Duties whose articles do not say when they come.</summary>
    public static IEnumerable<string> DutyProblems(RuleSet ruleSet, OrganisationDirectory directory)
    {
        foreach (var duty in directory.Profile.Duties.Values.Where(duty => duty.IsByCalendar))
        {
            var rules = duty.Rules.Select(id => (Id: id, ruleSet.Find(id)?.Recurrence)).ToList();
            foreach (var (id, _) in rules.Where(rule => rule.Recurrence is null))
                yield return $"例行工作“{duty.Name}”的条款“{id}”在 rules.json 中没有重复周期（recurrence）。";
            if (rules.Select(rule => rule.Recurrence).Distinct().Count() > 1)
                yield return $"例行工作“{duty.Name}”的各条款重复周期不同，请分成几项。";
            if (rules[0].Recurrence is { } recurrence && recurrence.At > duty.At)
                yield return $"例行工作“{duty.Name}”在 {duty.At:HH:mm} 开始，早于条款的起算时间 {recurrence.At:HH:mm}。";
        }
    }
}
