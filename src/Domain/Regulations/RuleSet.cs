using System.Collections.Frozen;

namespace Bpm.Domain.Regulations;

/// <summary>The rules of one organisation: its regulation's articles, clocks, ladders and texts. Immutable.</summary>
public sealed class RuleSet
{
    private readonly FrozenDictionary<string, ClockRule> _byId;
    private readonly FrozenDictionary<string, Article> _articles;

    internal RuleSet(
        string organisation,
        string title,
        DateOnly effectiveFrom,
        QuietHours quietHours,
        IReadOnlyList<Article> articles,
        IReadOnlyList<ClockRule> rules,
        IReadOnlyDictionary<string, IReadOnlyList<LadderRung>> ladders,
        IReadOnlyList<FixedText> texts)
    {
        Organisation = organisation;
        Title = title;
        EffectiveFrom = effectiveFrom;
        QuietHours = quietHours;
        Articles = articles;
        Rules = rules;
        Ladders = ladders;
        Texts = texts;
        _articles = articles.ToFrozenDictionary(a => a.Id);
        _byId = rules.SelectMany(r => r.Aliases.Prepend(r.Id), (rule, id) => (id, rule))
            .ToFrozenDictionary(p => p.id, p => p.rule);
    }

    /// <summary>Organisation code.</summary>
    public string Organisation { get; }

    /// <summary>The regulation's Chinese title.</summary>
    public string Title { get; }

    /// <summary>First day on which the rules bind, local; a case cannot be received earlier.</summary>
    public DateOnly EffectiveFrom { get; }

    /// <summary>When notices to office roles wait.</summary>
    public QuietHours QuietHours { get; }

    /// <summary>Every article of the regulation, in its order.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Every rule that has a clock.</summary>
    public IReadOnlyList<ClockRule> Rules { get; }

    /// <summary>Ladders by name, before a rule's own changes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LadderRung>> Ladders { get; }

    /// <summary>Fixed texts and notice templates.</summary>
    public IReadOnlyList<FixedText> Texts { get; }

    /// <summary>Whether clocks may be paused; no article knows it, so it is off as shipped.</summary>
    public bool PauseEnabled { get; init; }

    /// <summary>Whether due times may be extended; no article knows it, so it is off as shipped.</summary>
    public bool ExtensionEnabled { get; init; }

    /// <summary>The tariff of penalties, in the order of the regulation; empty where it was not written down.</summary>
    public IReadOnlyList<PenaltyRule> Penalties { get; init; } = [];

    /// <summary>Working days within which an appeal against a penalty is to be decided; a setting, the regulations name none.</summary>
    public int AppealDays { get; init; } = 5;

    /// <summary>Reads and checks a <c>rules.json</c>.</summary>
    /// <exception cref="InvalidRulesException">It cannot be used; the message names the rule.</exception>
    public static RuleSet Parse(string json) => RuleFile.Read(json);

    /// <summary>The clock rule of an article id or an alias of it, or null.</summary>
    public ClockRule? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The article itself, also where another article carries its clock; or null.</summary>
    public Article? FindArticle(string id) => _articles.GetValueOrDefault(id);

    /// <summary>A fixed text or notice template, or null.</summary>
    public FixedText? FindText(string id) => Texts.FirstOrDefault(t => t.Id == id);

    /// <summary>The tariff of a penalty article, or null.</summary>
    public PenaltyRule? FindPenalty(string article) => Penalties.FirstOrDefault(penalty => penalty.Article == article);

    /// <summary>Rules that apply to a case.</summary>
    public IEnumerable<ClockRule> Applicable(CaseFacts facts) => Rules.Where(r => r.Applies(facts));

    /// <summary>Overlaps and gaps between rules that should exclude each other; empty when there are none.</summary>
    public IReadOnlyList<RuleFinding> Check() => RuleCheck.Run(Rules);
}
