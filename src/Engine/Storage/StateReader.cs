using System.Buffers.Binary;
using System.Text;

namespace Bpm.Engine.Storage;

/// <summary>Reads what <see cref="StateWriter"/> wrote. Throws <see cref="InvalidStateException"/> on anything else.</summary>
internal ref struct StateReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<string> _texts = [];
    private int _at;

    public readonly bool AtEnd => _at == _bytes.Length;

    public byte Byte() => Take(1)[0];

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    public ulong UInt()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Byte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
        throw Broken();
    }

    public long Int()
    {
        var value = UInt();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int Int32() => Int() is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw Broken();

    /// <summary>A number of things, each at least one byte long.</summary>
    public int Count() => UInt() is var value && value <= (ulong)(_bytes.Length - _at) ? (int)value : throw Broken();

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public DateTimeOffset Moment() =>
        Int() is >= 0 and var ticks && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new(ticks, TimeSpan.Zero) : throw Broken();

    public string? Text()
    {
        var head = UInt();
        if (head == 0) return null;
        if ((head & 1) == 0)
        {
            var place = (head >> 1) - 1;
            return place < (ulong)_texts.Count ? _texts[(int)place] : throw Broken();
        }
        var length = head >> 1;
        if (length > (ulong)(_bytes.Length - _at)) throw Broken();
        var text = Encoding.UTF8.GetString(Take((int)length));
        _texts.Add(text);
        return text;
    }

    public string Required() => Text() ?? throw Broken();

    public static InvalidStateException Broken() => new("流程实例的状态已损坏，无法读取。请从备份恢复，切勿以空状态继续。");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at) throw Broken();
        _at += count;
        return _bytes.Slice(_at - count, count);
    }
}
