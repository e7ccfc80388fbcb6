using Bpm.Domain.Organisation;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>The workflow of a duty starts no clock of recurring work but its duty's own: another would never run, without a word.</summary>
internal sealed class DutyCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var duties = definition.Pack.Directory.Profile.Duties.Values.Where(duty => duty.DefinitionId == definition.Graph.DefinitionId).ToList();
        foreach (var (node, start) in definition.All<StartClockActivity>())
        {
            if (start.FixedRule is not { } id || definition.Pack.Rules.Find(id) is not { } rule)
                continue;
            if (rule.Recurrence is not null && !duties.TrueForAll(duty => duty.Rules.Contains(rule.Id)))
                yield return definition.At(node, "CLOCK-NEVER-STARTS", $"条款“{id}”不在 organisation.json 中“{Name(duties)}”的条款（rules）里，时限不会起算；请换一个条款，或把它加到该例行工作。");
            if (rule.Recurrence is null && duties.Count > 0)
                yield return definition.At(node, "CLOCK-NEVER-STARTS", $"条款“{id}”不是按日历重复的时限，例行工作不能用它计时；请换一个条款。");
        }
    }

    private static string Name(IEnumerable<DutyProfile> duties) => string.Join('、', duties.Select(duty => duty.Name));
}
