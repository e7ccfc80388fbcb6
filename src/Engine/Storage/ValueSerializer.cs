namespace Bpm.Engine.Storage;

/// <summary>
/// A value on its way between instances as bytes and back, with its types: a moment stays a moment, a decimal a decimal.
/// The same writing as in an instance's state; only rows that live shortly use it.
/// </summary>
public static class ValueSerializer
{
    /// <summary>The value as bytes.</summary>
    /// <param name="value">null, text, number, bool, moment, time span, list or dictionary of such.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public static byte[] Write(object? value)
    {
        var w = new StateWriter();
        StateValues.Write(w, value);
        return w.Written.ToArray();
    }

    /// <summary>The value that was written.</summary>
    /// <exception cref="InvalidStateException">The bytes are damaged.</exception>
    public static object? Read(ReadOnlySpan<byte> bytes)
    {
        var r = new StateReader(bytes);
        var value = StateValues.Read(ref r);
        return r.AtEnd ? value : throw StateReader.Broken();
    }
}
