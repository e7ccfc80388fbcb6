using System.Globalization;

namespace Bpm.Engine.Expressions;

/// <summary>Numbers as JavaScript prints them.</summary>
internal static class NumberText
{
    public static string Of(double d)
    {
        if (IsPlain(d)) return ((long)d).ToString(CultureInfo.InvariantCulture);
        if (double.IsNaN(d)) return "NaN";
        if (double.IsInfinity(d)) return d > 0 ? "Infinity" : "-Infinity";
        var a = Math.Abs(d);
        return a is >= 1e-5 and < 1e15
            ? d.ToString("0.#################", CultureInfo.InvariantCulture) is var s && double.Parse(s, CultureInfo.InvariantCulture) == d ? s : d.ToString("R", CultureInfo.InvariantCulture)
            : d.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number that prints without an exponent.</summary>
    public static bool IsPlain(double d) => Math.Abs(d) < 1e15 && d == Math.Floor(d);
}
