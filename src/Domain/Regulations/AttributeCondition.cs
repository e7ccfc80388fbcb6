using System.Globalization;

namespace Bpm.Domain.Regulations;

/// <summary>What a rule asks of one attribute. All stated parts must hold.</summary>
public sealed record AttributeCondition
{
    /// <summary>Attribute name.</summary>
    public required string Attribute { get; init; }

    /// <summary>The value must be this one.</summary>
    public string? EqualTo { get; init; }

    /// <summary>The value must be one of these.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>The number must be at least this (以上 includes the number).</summary>
    public decimal? Min { get; init; }

    /// <summary>The number must be below this (不满 excludes the number).</summary>
    public decimal? Below { get; init; }

    /// <summary>All values that the attribute may have; any other counts as unknown.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether the rule applies while the value is unknown: the strictest row does.</summary>
    public bool Unknown { get; init; }

    /// <summary>Whether registration asks for the attribute, so that it is never unknown.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the condition compares numbers.</summary>
    public bool IsNumeric => Min is not null || Below is not null;

    /// <summary>Whether the case fulfils the condition.</summary>
    public bool Holds(CaseFacts facts)
    {
        var value = facts.Attribute(Attribute);
        if (value is null || (Values is not null && !Values.Contains(value))) return Unknown;
        if (EqualTo is not null && value != EqualTo) return false;
        if (In is not null && !In.Contains(value)) return false;
        if (!IsNumeric) return true;
        return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? !(number < Min) && !(number >= Below)
            : Unknown;
    }
}
