using System.Buffers.Binary;
using System.Text;

namespace Bpm.Engine.Storage;

/// <summary>Writes compact binary: small numbers take a byte, a text that came before takes its number.</summary>
internal sealed class StateWriter
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private byte[] _buffer = new byte[512];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Byte(byte value) => Room(1)[0] = value;

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        UInt((ulong)bytes.Length);
        Raw(bytes);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    public void UInt(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }
        Byte((byte)value);
    }

    public void Int(long value) => UInt((ulong)((value << 1) ^ (value >> 63)));

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(8), value);

    /// <summary>UTC ticks; the offset is not kept.</summary>
    public void Moment(DateTimeOffset value) => Int(value.UtcTicks);

    /// <summary>0 is null, an odd number the length of a new text, an even one the place of an earlier text.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            UInt(0);
            return;
        }
        if (_texts.TryGetValue(value, out var known))
        {
            UInt((ulong)(known + 1) << 1);
            return;
        }
        _texts.Add(value, _texts.Count);
        var bytes = Encoding.UTF8.GetByteCount(value);
        UInt(((ulong)bytes << 1) | 1);
        Encoding.UTF8.GetBytes(value, Room(bytes));
    }

    private Span<byte> Room(int count)
    {
        if (_length + count > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
