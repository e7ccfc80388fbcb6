using System.Globalization;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Journal;

/// <summary>The recorded values of one burst: the last one of each name and run, within limits.</summary>
internal sealed class ValueRecorder
{
    private const int MaxText = 2_000;
    private const int MaxValue = 8 * 1024;
    private const int MaxBurst = 256 * 1024;
    private readonly Dictionary<(int Run, bool IsOutput, string Name), object?> _values = [];
    private long _size;

    public IReadOnlyList<RecordedValue> Values => [.. _values.Select(v => new RecordedValue(v.Key.Run, v.Key.IsOutput, v.Key.Name, v.Value))];

    public void Add(int run, bool isOutput, string name, object? value)
    {
        var kept = Capped(value, name);
        _size += ValueSize.Of(kept) + name.Length;
        _values[(run, isOutput, name)] = _size <= MaxBurst ? kept : "（本次运行记录的值过多，未记录）";
    }

    private static object? Capped(object? value, string name)
    {
        object? plain;
        try
        {
            plain = VariableValues.Storable(value, name);
        }
        catch (ActivityFaultException)
        {
            return "（无法记录的值）";
        }
        if (plain is string { Length: > MaxText } text) return string.Create(CultureInfo.InvariantCulture, $"{text[..MaxText]}…（共 {text.Length} 字，已截断）");
        return ValueSize.Of(plain) <= MaxValue ? plain : "（值过大，未记录）";
    }
}
