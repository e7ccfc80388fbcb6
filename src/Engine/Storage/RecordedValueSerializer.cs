using Bpm.Engine.Journal;

namespace Bpm.Engine.Storage;

/// <summary>The recorded values of one burst as one blob and back. The blob may hold a case's text: seal it.</summary>
public static class RecordedValueSerializer
{
    private const byte FormatVersion = 1;

    public static byte[] Write(IReadOnlyList<RecordedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var w = new StateWriter();
        w.Raw("WV"u8);
        w.Byte(FormatVersion);
        w.UInt((ulong)values.Count);
        foreach (var value in values)
        {
            w.Int(value.ActivityInstanceId);
            w.Byte((byte)(value.IsOutput ? 1 : 0));
            w.Text(value.Name);
            StateValues.Write(w, value.Value);
        }
        return w.Written.ToArray();
    }

    /// <exception cref="InvalidStateException">The bytes are damaged or of an unknown version.</exception>
    public static IReadOnlyList<RecordedValue> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || !bytes.StartsWith("WV"u8)) throw new InvalidStateException("不是流程日志中的值。");
        if (bytes[2] != FormatVersion) throw new InvalidStateException($"流程日志中的值的格式是版本 {bytes[2]}，本程序只认识版本 {FormatVersion}。");
        var r = new StateReader(bytes[3..]);
        var values = new RecordedValue[r.Count()];
        for (var i = 0; i < values.Length; i++)
            values[i] = new(r.Int32(), r.Byte() == 1, r.Required(), StateValues.Read(ref r));
        return r.AtEnd ? values : throw StateReader.Broken();
    }
}
