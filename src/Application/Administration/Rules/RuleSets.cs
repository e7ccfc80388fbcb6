using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Application.Administration.Rules;

/// <summary>Reads rule sets for those who look after them.</summary>
public sealed class RuleSets(IPackStore packs, OrganisationRegistry organisations, BusinessClock clock)
{
    /// <summary>Today in the organisation's zone: a set of a later day is not in force yet.</summary>
    public DateOnly Today(string organisation) => organisations.Of(organisation).Calendar.DayOf(clock.GetUtcNow());

    /// <summary>All sets, the latest first.</summary>
    public async Task<IReadOnlyList<RuleSetSummary>> AllAsync(string organisation, CancellationToken cancellationToken)
    {
        var home = organisations.Of(organisation);
        var documents = (await packs.OfAsync(organisation, cancellationToken)).Where(d => d.Kind == "rules").ToDictionary(d => d.EffectiveFrom);
        var today = Today(organisation);
        var current = home.RuleSets.FirstOrDefault(set => set.EffectiveFrom <= today)?.EffectiveFrom;
        return
        [
            .. home.RuleSets.Where(set => documents.ContainsKey(set.EffectiveFrom)).Select(set =>
            {
                var document = documents[set.EffectiveFrom];
                var state = set.EffectiveFrom > today ? "future" : set.EffectiveFrom == current ? "current" : "past";
                return new RuleSetSummary(
                    set.EffectiveFrom, set.Title, state, document.Revision, document.SavedAt.In(home.Directory.Profile.Identity.Zone),
                    document.SavedBy == "system" ? null : home.Directory.DisplayName(document.SavedBy), document.Note);
            }),
        ];
    }

    /// <summary>A set as people read it.</summary>
    public static RuleSetView View(RuleSetSummary summary, RuleSet set, OrganisationDirectory directory)
    {
        var articles = set.Articles.Select(article => new ArticleView(
            article.Id, article.Section, article.Type, article.Quote, article.Ambiguities, set.Find(article.Id) is { } rule ? View(rule, directory) : null)).ToList();
        return new(
            summary, articles, [.. set.Rules.Where(rule => set.FindArticle(rule.Id) is null).Select(rule => View(rule, directory))],
            [.. set.Texts.Select(text => new FixedTextView(text.Id, ChannelName(text.Channel, directory), text.Text, text.Text.Contains('{')))]);
    }

    /// <summary>A limit as people read it.</summary>
    public static RuleView View(ClockRule rule, OrganisationDirectory directory) => new(
        rule.Id, rule.Name, Code(rule.Kind), RungTexts.Write(rule.Duration), rule.Duration.Text, Code(rule.Reading), rule.CapAtShiftEnd,
        directory.Rosters.FirstOrDefault(roster => roster.Code == rule.Roster)?.Name, rule.Start, rule.Stop, rule.IsTarget, rule.Ladder,
        [.. rule.Rungs.Select(rung => new RungView(
            rung.Name, Code(rung.Kind), RungTexts.Write(rung.At), RungTexts.Text(rung.At), rung.Recipients,
            [.. rung.Recipients.Select(token => RungTexts.Recipient(token, directory))], rung.AlsoAtNight))],
        rule.Penalties, rule.Hint, rule.Note);

    private static string ChannelName(string channel, OrganisationDirectory directory) =>
        channel == "staff" ? "内部" : directory.Profile.Channels.GetValueOrDefault(channel)?.Name ?? channel;

    private static string Code<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
