using System.Collections;
using System.Globalization;
using System.Xml;

namespace Bpm.Engine.Expressions;

/// <summary>
/// Converts between the values that definitions, scripts and activities use. Culture is invariant. Throws <see cref="FormatException"/>
/// where a value does not fit; the message is Chinese and does not repeat the value, which may be a case's text.
/// </summary>
internal static class ValueConverter
{
    public static T? To<T>(object? value)
    {
        if (value is T t) return t;
        if (value is null) return default;
        return (T?)To(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }

    /// <summary>Converts to one of Elsa's types by its short name; types without a rule of their own take any value.</summary>
    public static object? To(string typeName, object? value) => value is null ? null : typeName switch
    {
        "String" => ToText(value),
        "Boolean" => ToBoolean(value),
        "Int32" or "Int16" or "Byte" => To<int>(value),
        "Int64" => To<long>(value),
        "Double" or "Single" => ToDouble(value),
        "Decimal" => To<decimal>(value),
        "DateTimeOffset" or "DateTime" => ToMoment(value),
        "TimeSpan" => ToSpan(value),
        "Guid" => To<Guid>(value),
        "Byte[]" or "ByteArray" => ToBytes(value),
        _ => value,
    };

    public static string ToText(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "true" : "false",
        double d => NumberText.Of(d),
        DateTimeOffset m => m.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonValues.Text(value),
    };

    private static object To(object value, Type type)
    {
        if (type == typeof(string)) return ToText(value);
        if (type == typeof(bool)) return ToBoolean(value);
        if (type == typeof(int)) return checked((int)Whole(value, int.MinValue, int.MaxValue));
        if (type == typeof(long)) return Whole(value, long.MinValue, long.MaxValue);
        if (type == typeof(double)) return ToDouble(value);
        if (type == typeof(decimal)) return ToDecimal(value);
        if (type == typeof(DateTimeOffset)) return ToMoment(value);
        if (type == typeof(TimeSpan)) return ToSpan(value);
        if (type == typeof(Guid)) return value is string s && Guid.TryParse(s, out var g) ? g : throw Unfit("GUID");
        if (type.IsEnum) return ToEnum(value, type);
        if (type == typeof(string[]) || type.IsAssignableFrom(typeof(string[])) && type != typeof(object)) return ToList(value).Select(ToText).ToArray();
        if (type.IsAssignableFrom(typeof(List<object?>)) && type != typeof(object)) return ToList(value);
        if (type == typeof(object)) return value;
        if (type == typeof(IReadOnlyDictionary<string, object?>)) return ToMap(value);
        throw Unfit(type.Name);
    }

    private static bool ToBoolean(object value) => value switch
    {
        bool b => b,
        string s when bool.TryParse(s, out var b) => b,
        int or long or double or decimal => ToDouble(value) is not 0 and not double.NaN,
        _ => throw Unfit("是/否"),
    };

    private static long Whole(object value, long min, long max)
    {
        var number = value switch
        {
            int i => i,
            long l => l,
            double d when d == Math.Floor(d) && Math.Abs(d) < 9.2e18 => (long)d,
            decimal m when m == decimal.Floor(m) && Math.Abs(m) < 9.2e18m => (long)m,
            string s when long.TryParse(s, NumberStyles.Integer, CultureInfo.InvariantCulture, out var l) => l,
            _ => throw Unfit("整数"),
        };
        return number >= min && number <= max ? number : throw Unfit("整数");
    }

    public static double ToDouble(object value) => value switch
    {
        double d => d,
        int i => i,
        long l => l,
        decimal m => (double)m,
        string s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) => d,
        _ => throw Unfit("数字"),
    };

    private static decimal ToDecimal(object value) => value switch
    {
        decimal m => m,
        int i => i,
        long l => l,
        double d when Math.Abs(d) < 7.9e28 => (decimal)d,
        string s when decimal.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var m) => m,
        _ => throw Unfit("数字"),
    };

    private static DateTimeOffset ToMoment(object value) => value switch
    {
        DateTimeOffset m => m,
        // The designer writes dates in the culture of its page; the invariant one reads what it writes by default.
        string s when DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var m) => m,
        _ => throw Unfit("日期时间"),
    };

    private static TimeSpan ToSpan(object value)
    {
        switch (value)
        {
            case TimeSpan span:
                return span;
            case string s when TimeSpan.TryParse(s, CultureInfo.InvariantCulture, out var span):
                return span;
            case string s when s.StartsWith('P'):
                try { return XmlConvert.ToTimeSpan(s); }
                catch (FormatException) { throw Unfit("时间长度"); }
            default:
                throw Unfit("时间长度（例如 01:30:00 或 PT1H30M）");
        }
    }

    private static byte[] ToBytes(object value)
    {
        if (value is byte[] bytes) return bytes;
        if (value is not string text) throw Unfit("数据（Base64）");
        try { return Convert.FromBase64String(text); }
        catch (FormatException) { throw Unfit("数据（Base64）"); }
    }

    private static object ToEnum(object value, Type type) => value switch
    {
        string s when Enum.TryParse(type, s, ignoreCase: true, out var e) && Enum.IsDefined(type, e) => e,
        int or long or double when Enum.IsDefined(type, (int)Whole(value, int.MinValue, int.MaxValue)) =>
            Enum.ToObject(type, (int)Whole(value, int.MinValue, int.MaxValue)),
        _ => throw new FormatException($"值不在允许的范围内：{string.Join("、", Enum.GetNames(type))}。"),
    };

    private static List<object?> ToList(object value) => value switch
    {
        List<object?> list => list,
        string s when s.TrimStart().StartsWith('[') && JsonValues.TryParse(s, out var v) && v is List<object?> list => list,
        string s => s.Length == 0 ? [] : [s],
        IEnumerable items and not IDictionary => items.Cast<object?>().ToList(),
        _ => throw Unfit("列表"),
    };

    private static Dictionary<string, object?> ToMap(object value) =>
        value is string s && JsonValues.TryParse(s, out var v) && v is Dictionary<string, object?> map ? map : throw Unfit("对象（名称与值）");

    private static FormatException Unfit(string wanted) => new($"值不是有效的{wanted}。");
}
