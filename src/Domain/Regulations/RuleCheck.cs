using System.Globalization;

namespace Bpm.Domain.Regulations;

/// <summary>
/// Tries the rules of each group on every case that their conditions can tell apart: two that apply at once are an overlap,
/// none where the group's kind, channel and category hold is a gap.
/// </summary>
internal static class RuleCheck
{
    public static IReadOnlyList<RuleFinding> Run(IReadOnlyList<ClockRule> rules)
    {
        var findings = new List<RuleFinding>();
        foreach (var group in rules.Where(r => r.Group is not null).GroupBy(r => r.Group!)) Group(group.Key, [.. group], findings);
        return findings;
    }

    private static void Group(string name, ClockRule[] rules, List<RuleFinding> findings)
    {
        var overlaps = new HashSet<string>();
        var gap = false;
        foreach (var facts in Cases(rules))
        {
            var hits = rules.Where(r => r.Applies(facts)).Select(r => r.Id).ToArray();
            if (hits.Length > 1 && overlaps.Add(string.Join('、', hits)))
                findings.Add(new("RULE-OVERLAP", hits, $"{name}：{string.Join('、', hits)} 同时适用于 {Describe(facts)}，请使条件互斥。"));
            if (hits.Length > 0 || gap || !rules.Any(r => r.When.HoldsWithoutAttributes(facts))) continue;
            gap = true;
            findings.Add(new("RULE-GAP", [.. rules.Select(r => r.Id)], $"{name}：没有规则适用于 {Describe(facts)}，请补全条件。"));
        }
    }

    private static IEnumerable<CaseFacts> Cases(ClockRule[] rules)
    {
        var attributes = rules.SelectMany(r => r.When.Attributes).GroupBy(a => a.Attribute)
            .Select(a => (Name: a.Key, Values: Samples([.. a]))).ToArray();
        foreach (var kind in Codes(rules, w => w.Kind))
        foreach (var channel in Codes(rules, w => w.Channel))
        foreach (var category in Codes(rules, w => w.Category))
        foreach (var values in Combine(attributes, 0))
            yield return new CaseFacts(kind, channel, category, values);
    }

    private static IEnumerable<Dictionary<string, string>> Combine((string Name, string?[] Values)[] attributes, int index)
    {
        if (index == attributes.Length)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Combine(attributes, index + 1))
        foreach (var value in attributes[index].Values)
        {
            var all = new Dictionary<string, string>(rest);
            if (value is not null) all[attributes[index].Name] = value;
            yield return all;
        }
    }

    private static string[] Codes(ClockRule[] rules, Func<RuleCondition, IReadOnlyList<string>?> part)
    {
        var codes = rules.SelectMany(r => part(r.When) ?? []).Distinct().ToArray();
        return codes.Length == 0 ? ["*"] : codes;
    }

    /// <summary>Each value named, each bound, a point on either side of it, and "unknown" unless registration always asks.</summary>
    private static string?[] Samples(AttributeCondition[] conditions)
    {
        var values = new List<string?>();
        if (!conditions.All(c => c.Required)) values.Add(null);
        foreach (var condition in conditions)
        {
            values.AddRange(condition.Values ?? []);
            values.AddRange(condition.In ?? []);
            if (condition.EqualTo is not null) values.Add(condition.EqualTo);
            foreach (var bound in new[] { condition.Min, condition.Below }.OfType<decimal>())
                values.AddRange(new[] { bound - 1, bound, bound + 1 }.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        }

        return [.. values.Distinct()];
    }

    private static string Describe(CaseFacts facts)
    {
        var parts = new[] { facts.Kind, facts.Channel, facts.Category }.Where(p => p != "*")
            .Concat(facts.Attributes.Select(a => $"{a.Key}={a.Value}")).ToList();
        return parts.Count == 0 || facts.Attributes.Count == 0 ? string.Join(' ', [.. parts, "（属性未知）"]) : string.Join(' ', parts);
    }
}
