namespace Bpm.Domain;

/// <summary>
/// Ids (UUID version 7) that sort by business time and, within one moment, by the order in which they were made: a virtual clock
/// stands still, so that the time alone would leave the order to chance.
/// </summary>
public static class OrderedId
{
    private static long _last;

    /// <summary>A new id, larger than every one made before in this process for the same moment.</summary>
    /// <param name="at">Business time.</param>
    public static Guid New(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var stamp = Stamp();
        // 12 bits behind the version, 52 bits behind the variant; the last ten bits stay random.
        bytes[6] = (byte)(0x70 | (int)((stamp >> 60) & 0x0F));
        bytes[7] = (byte)(stamp >> 52);
        bytes[8] = (byte)(0x80 | (int)((stamp >> 46) & 0x3F));
        bytes[9] = (byte)(stamp >> 38);
        bytes[10] = (byte)(stamp >> 30);
        bytes[11] = (byte)(stamp >> 22);
        bytes[12] = (byte)(stamp >> 14);
        bytes[13] = (byte)(stamp >> 6);
        bytes[14] = (byte)((int)((stamp << 2) & 0xFC) | (bytes[14] & 0x03));
        return new Guid(bytes, bigEndian: true);
    }

    // Real time as a counter: it goes on growing over restarts.
    private static long Stamp()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, TimeProvider.System.GetUtcNow().UtcTicks);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }
}
