using System.Collections;
using System.Globalization;

namespace Bpm.Engine.Expressions;

/// <summary>A JavaScript value while a trivial script is computed, without boxing. Unknown means: let the engine do it.</summary>
internal readonly struct FastValue
{
    private FastValue(FastKind kind, double number, object? reference) => (Kind, Number, Reference) = (kind, number, reference);

    public FastKind Kind { get; }
    public double Number { get; }
    public object? Reference { get; }

    public static FastValue Unknown => default;
    public static FastValue Null { get; } = new(FastKind.Null, 0, null);

    public static FastValue Of(bool value) => new(FastKind.Bool, value ? 1 : 0, null);

    public static FastValue Of(double value) => new(FastKind.Number, value, null);

    public static FastValue Of(object? value) => value switch
    {
        null => Null,
        bool b => Of(b),
        int i => Of((double)i),
        double d => Of(d),
        string s => new(FastKind.Text, 0, s),
        long l => Of((double)l),
        decimal m => Of((double)m),
        IReadOnlyDictionary<string, object?> or IList => new(FastKind.Object, 0, value),
        _ => Unknown,
    };

    public string Text => (string)Reference!;

    public bool IsNumeric => Kind is FastKind.Number or FastKind.Bool or FastKind.Null;

    public bool IsTrue => Kind switch
    {
        FastKind.Bool => Number != 0,
        FastKind.Number => Number != 0 && !double.IsNaN(Number),
        FastKind.Text => Text.Length > 0,
        FastKind.Object => true,
        _ => false,
    };

    public object? ToObject() => Kind switch
    {
        FastKind.Null => null,
        FastKind.Bool => Number != 0,
        FastKind.Number => Number,
        _ => Reference,
    };

    public FastValue Plus(FastValue other)
    {
        if (IsNumeric && other.IsNumeric) return Of(Number + other.Number);
        if (Kind != FastKind.Text && other.Kind != FastKind.Text) return Unknown;
        if (AsText() is not { } left || other.AsText() is not { } right) return Unknown;
        // Too long: the engine says so.
        return left.Length + right.Length <= ScriptWatch.MaxText ? Of((object)(left + right)) : Unknown;
    }

    /// <summary>Negative, zero, positive; null where the engine has to decide (mixed kinds, NaN).</summary>
    public int? CompareTo(FastValue other)
    {
        if (IsNumeric && other.IsNumeric) return double.IsNaN(Number) || double.IsNaN(other.Number) ? null : Number.CompareTo(other.Number);
        return Kind == FastKind.Text && other.Kind == FastKind.Text ? string.CompareOrdinal(Text, other.Text) : null;
    }

    public FastValue StrictEquals(FastValue other)
    {
        if (Kind == FastKind.Unknown || other.Kind == FastKind.Unknown) return Unknown;
        if (Kind != other.Kind) return Of(false);
        return Kind switch
        {
            FastKind.Null => Of(true),
            FastKind.Text => Of(Text == other.Text),
            FastKind.Object => Unknown,
            _ => Of(Number == other.Number),
        };
    }

    public FastValue LooseEquals(FastValue other)
    {
        if (Kind == other.Kind) return StrictEquals(other);
        if (Kind == FastKind.Unknown || other.Kind == FastKind.Unknown) return Unknown;
        if (Kind == FastKind.Null || other.Kind == FastKind.Null) return Of(false);
        return IsNumeric && other.IsNumeric ? Of(Number == other.Number) : Unknown;
    }

    public FastValue Member(string name)
    {
        switch (Reference)
        {
            case IReadOnlyDictionary<string, object?> map:
                return map.TryGetValue(name, out var value) ? Of(value) : Unknown;
            case string text when name == "length":
                return Of((double)text.Length);
            case IList list when name == "length":
                return Of((double)list.Count);
            default:
                return Unknown;
        }
    }

    private string? AsText() => Kind switch
    {
        FastKind.Text => Text,
        FastKind.Bool => Number != 0 ? "true" : "false",
        FastKind.Null => "null",
        FastKind.Number when NumberText.IsPlain(Number) => ((long)Number).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
