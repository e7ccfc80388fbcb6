using System.Collections;

namespace Bpm.Engine.Storage;

/// <summary>Values of variables with their types: an Int32 comes back as an Int32, a dictionary with a key <c>$id</c> as that.</summary>
internal static class StateValues
{
    private const int MaxDepth = 70;

    private enum Kind : byte
    {
        Null,
        True,
        False,
        Int32,
        Int64,
        Double,
        Decimal,
        Text,
        Moment,
        Span,
        Guid,
        List,
        Map,
        Bytes,
    }

    public static void Write(StateWriter w, object? value)
    {
        switch (value)
        {
            case null: w.Byte((byte)Kind.Null); break;
            case true: w.Byte((byte)Kind.True); break;
            case false: w.Byte((byte)Kind.False); break;
            case int i: Tag(Kind.Int32).Int(i); break;
            case long l: Tag(Kind.Int64).Int(l); break;
            case double d: Tag(Kind.Double).Double(d); break;
            case decimal m:
                Tag(Kind.Decimal);
                foreach (var part in decimal.GetBits(m)) w.Int(part);
                break;
            case string s: Tag(Kind.Text).Text(s); break;
            case DateTimeOffset t:
                Tag(Kind.Moment).Moment(t);
                w.Int((long)t.Offset.TotalMinutes);
                break;
            case TimeSpan s: Tag(Kind.Span).Int(s.Ticks); break;
            case Guid g: Tag(Kind.Guid).Raw(g.ToByteArray()); break;
            case byte[] b: Tag(Kind.Bytes).Bytes(b); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(Tag(Kind.Map), map); break;
            case IEnumerable list:
                var items = list.Cast<object?>().ToList();
                Tag(Kind.List).UInt((ulong)items.Count);
                foreach (var item in items) Write(w, item);
                break;
            default: throw new InvalidOperationException($"类型 {value.GetType().Name} 的值不能保存到流程实例中。");
        }

        StateWriter Tag(Kind kind)
        {
            w.Byte((byte)kind);
            return w;
        }
    }

    public static void WriteMap(StateWriter w, IReadOnlyDictionary<string, object?>? map)
    {
        w.UInt((ulong)(map?.Count ?? 0));
        if (map is null) return;
        foreach (var (key, value) in map)
        {
            w.Text(key);
            Write(w, value);
        }
    }

    public static object? Read(ref StateReader r, int depth = 0)
    {
        if (depth > MaxDepth) throw StateReader.Broken();
        switch ((Kind)r.Byte())
        {
            case Kind.Null: return null;
            case Kind.True: return true;
            case Kind.False: return false;
            case Kind.Int32: return r.Int32();
            case Kind.Int64: return r.Int();
            case Kind.Double: return r.Double();
            case Kind.Decimal: return Decimal(ref r);
            case Kind.Text: return r.Required();
            case Kind.Moment:
                var moment = r.Moment();
                return r.Int() is >= -840 and <= 840 and var minutes ? moment.ToOffset(TimeSpan.FromMinutes(minutes)) : throw StateReader.Broken();
            case Kind.Span: return new TimeSpan(r.Int());
            case Kind.Guid:
                Span<byte> bytes = stackalloc byte[16];
                for (var i = 0; i < 16; i++) bytes[i] = r.Byte();
                return new Guid(bytes);
            case Kind.List:
                var count = r.Count();
                var list = new List<object?>(count);
                for (var i = 0; i < count; i++) list.Add(Read(ref r, depth + 1));
                return list;
            case Kind.Map: return ReadMap(ref r, depth + 1);
            case Kind.Bytes: return r.Bytes().ToArray();
            default: throw StateReader.Broken();
        }
    }

    public static Dictionary<string, object?> ReadMap(ref StateReader r, int depth = 0)
    {
        var count = r.Count();
        var map = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = r.Required();
            map[key] = Read(ref r, depth);
        }
        return map;
    }

    private static decimal Decimal(ref StateReader r)
    {
        var bits = new int[4];
        for (var i = 0; i < 4; i++) bits[i] = r.Int32();
        try { return new decimal(bits); }
        catch (ArgumentException) { throw StateReader.Broken(); }
    }
}
