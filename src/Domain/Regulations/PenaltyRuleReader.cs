namespace Bpm.Domain.Regulations;

/// <summary>Reads the tariff of a rule file and refuses what does not hold together.</summary>
internal static class PenaltyRuleReader
{
    private const decimal LargestAmount = 1_000_000;

    public static IReadOnlyList<PenaltyRule> Read(RuleFile file, IReadOnlyDictionary<string, Article> articles, Func<string, bool> isRecipient)
    {
        var rules = file.Penalties.ConvertAll(entry => Rule(entry, articles, isRecipient));
        if (rules.GroupBy(rule => rule.Article).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidRulesException($"处罚条款 {twice.Key} 出现两次。");
        foreach (var clock in rules.Count == 0 ? [] : file.Clocks)
        {
            if (clock.Penalties.Find(article => rules.TrueForAll(rule => rule.Article != article)) is { } missing)
                throw new InvalidRulesException($"时钟 {clock.Id} 的处罚条款 {missing} 在处罚标准（penalties）中没有写明。");
        }

        return rules;
    }

    private static PenaltyRule Rule(RuleFile.PenaltyEntry entry, IReadOnlyDictionary<string, Article> articles, Func<string, bool> isRecipient)
    {
        var name = $"处罚条款 {entry.Article}";
        if (!articles.TryGetValue(entry.Article, out var article))
            throw new InvalidRulesException($"处罚标准引用了不存在的条款 {entry.Article}。");
        Require(article.Type == "penalty", $"{name} 不是处罚类条款（type=penalty）。");
        Require(entry.Liable.Count > 0, $"{name} 没有写明处罚谁（liable）。");
        foreach (var liable in entry.Liable)
        {
            Require(!string.IsNullOrWhiteSpace(liable.Title), $"{name} 的受罚人没有称谓（title）。");
            if (liable.Who.Find(token => !isRecipient(token)) is { } wrong)
                throw new InvalidRulesException($"{name} 的“{liable.Title}”：无法识别的人员“{wrong}”，应为 holder、head、leader 或 duty:、role:、dept:、user: 开头。");
            Require(liable.Amount is null or (> 0 and <= LargestAmount) && (liable.Amount is null || decimal.Round(liable.Amount.Value, 2) == liable.Amount),
                $"{name} 的“{liable.Title}”：金额应在 0.01 至 {LargestAmount:0} 元之间，最多两位小数。");
            Require(liable.Points is >= 0 and <= 100, $"{name} 的“{liable.Title}”：扣分应在 0 至 100 之间。");
            Require(liable.Amount is not null || entry.Reference is not null || entry.Disposition is not null,
                $"{name} 的“{liable.Title}”：没有金额时，请写明外部规定（reference）或处分（disposition）。");
        }

        Require(entry.Liable.Select(liable => liable.Title).Distinct().Count() == entry.Liable.Count, $"{name} 的受罚人称谓（title）有重复。");
        Require((entry.Proposed == PenaltyTrigger.Check) == entry.Check is not null, $"{name}：只有 proposed=check 才写 check，且必须写。");
        Require((entry.Proposed == PenaltyTrigger.Repeat) == entry.Repeat is not null, $"{name}：只有 proposed=repeat 才写 repeat，且必须写。");
        Require(entry.Check is null or { Days: >= 1 and <= 31 }, $"{name}：检查天数（check.days）应在 1 至 31 之间。");
        Require(entry.Repeat is null or { Count: >= 2, Months: >= 1 and <= 60 }, $"{name}：次数（repeat.count）至少为 2，月数（repeat.months）应在 1 至 60 之间。");
        // A rule outside the regulation names no sum, so that nothing can be proposed before somebody looks at it (AMB-37).
        Require(entry.Proposed == PenaltyTrigger.Hand || entry.Reference is null || entry.Liable.TrueForAll(liable => liable.Amount is not null),
            $"{name} 的金额见外部规定，填写金额之前只能由人工提出（proposed=hand）。");
        return new PenaltyRule
        {
            Article = article.Id,
            Name = entry.Name,
            Section = article.Section,
            Text = article.Quote,
            Trigger = entry.Proposed,
            When = entry.When ?? RuleCondition.Always,
            Liable = entry.Liable.ConvertAll(liable => new LiableRule(liable.Title, liable.Who, liable.Amount, liable.Points)),
            Per = entry.Per,
            Reference = entry.Reference,
            Disposition = entry.Disposition,
            SkipUnfounded = entry.SkipUnfounded,
            Check = entry.Check is { } check ? new(check.Duty, check.Step, check.Days, check.Found) : null,
            Repeat = entry.Repeat,
        };
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new InvalidRulesException(message);
    }
}
