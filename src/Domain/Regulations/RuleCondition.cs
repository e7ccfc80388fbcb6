namespace Bpm.Domain.Regulations;

/// <summary>To which cases a rule applies. A part that is null asks nothing.</summary>
public sealed record RuleCondition
{
    /// <summary>Applies to every case.</summary>
    public static readonly RuleCondition Always = new();

    /// <summary>Kinds: complaint, consultation, fault.</summary>
    public IReadOnlyList<string>? Kind { get; init; }

    /// <summary>Channel codes.</summary>
    public IReadOnlyList<string>? Channel { get; init; }

    /// <summary>Category codes.</summary>
    public IReadOnlyList<string>? Category { get; init; }

    /// <summary>Conditions on attributes; all must hold.</summary>
    public IReadOnlyList<AttributeCondition> Attributes { get; init; } = [];

    /// <summary>Whether the case fulfils every part.</summary>
    public bool Holds(CaseFacts facts) => HoldsWithoutAttributes(facts) && Attributes.All(a => a.Holds(facts));

    internal bool HoldsWithoutAttributes(CaseFacts facts) =>
        Kind?.Contains(facts.Kind) != false
        && Channel?.Contains(facts.Channel) != false
        && Category?.Contains(facts.Category) != false;
}
