using Bpm.Domain.Clocks;

namespace Bpm.Domain.Regulations;

/// <summary>Turns the file form into rules and refuses what does not hold together.</summary>
internal sealed class RuleFileReader(RuleFile file)
{
    private readonly Dictionary<string, Article> _articles = [];
    private readonly HashSet<string> _clockIds = [];

    public RuleSet Read()
    {
        foreach (var article in file.Articles)
        {
            if (!_articles.TryAdd(article.Id, article)) throw new InvalidRulesException($"条款 {article.Id} 出现两次。");
        }

        if (file.Texts.GroupBy(t => t.Id).FirstOrDefault(g => g.Count() > 1) is { } text)
            throw new InvalidRulesException($"固定用语 {text.Key} 出现两次。");
        var rules = file.Clocks.ConvertAll(Rule);
        return new RuleSet(
            file.Organisation,
            file.Title,
            file.EffectiveFrom,
            file.QuietHours,
            file.Articles,
            rules,
            file.Ladders.ToDictionary(l => l.Key, l => (IReadOnlyList<LadderRung>)Rungs(l.Key, l.Value.Rungs, l.Value.AlsoAtNight, null, [])),
            file.Texts)
        {
            Penalties = PenaltyRuleReader.Read(file, _articles, IsRecipient),
            AppealDays = file.AppealDays is >= 1 and <= 60 ? file.AppealDays : throw new InvalidRulesException("申诉处理天数（appealDays）应在 1 至 60 之间。"),
            PauseEnabled = file.PauseEnabled,
            ExtensionEnabled = file.ExtensionEnabled,
        };
    }

    private ClockRule Rule(RuleFile.ClockEntry entry)
    {
        foreach (var id in entry.Aliases.Prepend(entry.Id))
        {
            if (!_clockIds.Add(id)) throw new InvalidRulesException($"时钟 {id} 出现两次。");
        }

        var article = Article(entry, entry.Article ?? entry.Id);
        foreach (var id in entry.Aliases.Concat(entry.Penalties)) Article(entry, id);
        var duration = Duration(entry);
        if (entry.CapAtShiftEnd && entry.Roster is null)
            throw new InvalidRulesException($"时钟 {entry.Id} 不晚于本班次结束（capAtShiftEnd），但没有写明班次表（roster）。");
        return new ClockRule
        {
            Id = entry.Id,
            Aliases = entry.Aliases,
            Name = entry.Name,
            Article = article.Section,
            Text = article.Quote,
            Kind = entry.Kind,
            Duration = duration,
            Reading = entry.Reading,
            Roster = entry.Roster,
            CapAtShiftEnd = entry.CapAtShiftEnd,
            Start = entry.StartsAt,
            Stop = entry.StopsAt,
            IsTarget = entry.IsTarget,
            CanPause = entry.CanPause,
            Ladder = entry.Ladder,
            Rungs = RungsOf(entry, duration),
            When = entry.When ?? RuleCondition.Always,
            Recurrence = entry.Recurrence,
            Group = entry.Group,
            SurvivesCorrection = entry.SurvivesCorrection,
            Penalties = entry.Penalties,
            Ambiguities = article.Ambiguities,
            Hint = entry.Hint,
            Note = entry.Note,
        };
    }

    private Article Article(RuleFile.ClockEntry entry, string id) => _articles.TryGetValue(id, out var article)
        ? article
        : throw new InvalidRulesException($"时钟 {entry.Id} 引用了不存在的条款 {id}。");

    private static ClockDuration Duration(RuleFile.ClockEntry entry)
    {
        ClockDuration duration;
        try
        {
            duration = ClockDuration.Parse(entry.Duration);
        }
        catch (FormatException e)
        {
            throw new InvalidRulesException($"时钟 {entry.Id}：{e.Message}", e);
        }

        var fits = entry.Kind switch
        {
            ClockKind.Wall or ClockKind.Shift => duration.Span > TimeSpan.Zero,
            ClockKind.WorkingDay => duration.WorkingDays is not null,
            ClockKind.WorkingHours => duration.WorkingDays > 0 || duration.Span > TimeSpan.Zero,
            ClockKind.CalendarDay => duration.CalendarDays > 0,
        };
        return fits ? duration : throw new InvalidRulesException($"时钟 {entry.Id} 的时限 {entry.Duration} 与计时方式不符。");
    }

    private List<LadderRung> RungsOf(RuleFile.ClockEntry entry, ClockDuration duration)
    {
        var ladder = new RuleFile.LadderEntry { Rungs = [] };
        if (entry.Ladder is not null && !file.Ladders.TryGetValue(entry.Ladder, out ladder))
            throw new InvalidRulesException($"时钟 {entry.Id} 引用了不存在的督办阶梯 {entry.Ladder}。");
        var entries = ladder.Rungs;
        if (entry.Warn is not null) entries = [.. entry.Warn, .. entries.Where(r => r.Kind != ThresholdKind.Warn)];
        if (entry.Rungs is not null)
            entries = [.. entries.Where(r => entry.Rungs.TrueForAll(own => own.Rung != r.Rung)), .. entry.Rungs];
        var rungs = Rungs(entry.Id, entries, ladder.AlsoAtNight, duration, entry.Substitute);
        return rungs.Count(r => r.Kind == ThresholdKind.Due) == 1
            ? rungs
            : throw new InvalidRulesException($"时钟 {entry.Id} 必须有且只有一级到期提醒（kind=due）。");
    }

    private static List<LadderRung> Rungs(
        string owner,
        List<RuleFile.RungEntry> entries,
        bool alsoAtNight,
        ClockDuration? duration,
        Dictionary<string, string> substitute)
    {
        var rungs = new List<LadderRung>(entries.Count);
        foreach (var entry in entries)
        {
            try
            {
                var at = duration is not null && entry.AtFor.TryGetValue(duration.ToString(), out var special) ? special : entry.At;
                var to = entry.To.Select(t => substitute.GetValueOrDefault(t, t)).Distinct().ToArray();
                if (Array.Find(to, t => !IsRecipient(t)) is { } wrong)
                    throw new InvalidRulesException($"{owner} 的 {entry.Rung}：无法识别的接收人“{wrong}”，应为 holder、owner、head、leader 或 duty:、role:、dept:、user: 开头。");
                rungs.Add(new LadderRung(entry.Rung, entry.Kind, RungTime.Parse(at), to, alsoAtNight || entry.AlsoAtNight));
            }
            catch (FormatException e)
            {
                throw new InvalidRulesException($"{owner} 的 {entry.Rung}：{e.Message}", e);
            }
        }

        if (rungs.Select(r => r.Name).Distinct().Count() != rungs.Count)
            throw new InvalidRulesException($"{owner} 有同名的提醒级别。");
        // People know a rung by its name, in notices and tables: it must not say "warn" and be something else.
        if (rungs.Find(r => !r.Name.StartsWith(r.Kind.ToString(), StringComparison.OrdinalIgnoreCase)) is { } misnamed)
            throw new InvalidRulesException($"{owner} 的 {misnamed.Name}：名称应以 {misnamed.Kind.ToString().ToLowerInvariant()} 开头，与 kind 一致。");
        foreach (var due in rungs.Where(r => r.Kind == ThresholdKind.Due && r.At != RungTime.Parse("due")))
            throw new InvalidRulesException($"{owner} 的 {due.Name}：到期提醒只能在到期时（at=due）。");
        return rungs;
    }

    private static bool IsRecipient(string token) => token is "holder" or "owner" or "head" or "leader"
        || Array.Exists(["duty:", "role:", "dept:", "user:"], p => token.StartsWith(p, StringComparison.Ordinal) && token.Length > p.Length);
}
