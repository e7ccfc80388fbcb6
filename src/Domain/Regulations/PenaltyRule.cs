namespace Bpm.Domain.Regulations;

/// <summary>A penalty article as a tariff. Immutable; from <c>rules.json</c>.</summary>
public sealed record PenaltyRule
{
    /// <summary>Article id, such as <c>A-8.1</c>.</summary>
    public required string Article { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the article stands, such as <c>§八.1</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The article's own words.</summary>
    public required string Text { get; init; }

    /// <summary>What brings it up.</summary>
    public required PenaltyTrigger Trigger { get; init; }

    /// <summary>To which cases it applies.</summary>
    public RuleCondition When { get; init; } = RuleCondition.Always;

    /// <summary>Who answers, one row for each.</summary>
    public required IReadOnlyList<LiableRule> Liable { get; init; }

    /// <summary>What the amount is for, in Chinese: 条, 次.</summary>
    public string? Per { get; init; }

    /// <summary>The rule outside the regulation that says the amount; a row cannot be confirmed before somebody has filled it in (AMB-37).</summary>
    public string? Reference { get; init; }

    /// <summary>A measure without a sum, such as 一级处分, proposed as free text (AMB-22); null for none.</summary>
    public string? Disposition { get; init; }

    /// <summary>A case whose complaint was found untrue gives none (AMB-23).</summary>
    public bool SkipUnfounded { get; init; }

    /// <summary>Set for <see cref="PenaltyTrigger.Check"/>.</summary>
    public PenaltyCheckRule? Check { get; init; }

    /// <summary>Set for <see cref="PenaltyTrigger.Repeat"/>.</summary>
    public PenaltyRepeatRule? Repeat { get; init; }
}
