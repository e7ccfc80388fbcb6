using Bpm.Engine.Journal;

namespace Bpm.Engine.Storage;

/// <summary>The journal entries of one burst as one compact blob and back.</summary>
public static class JournalSerializer
{
    private const byte FormatVersion = 1;

    private static readonly string[] KnownEvents =
    [
        "", JournalEvents.Started, JournalEvents.Suspended, JournalEvents.Resumed, JournalEvents.Completed, JournalEvents.Canceled, JournalEvents.Faulted,
    ];

    /// <summary>The entries as bytes. They follow one another in sequence, as a burst gives them.</summary>
    public static byte[] Write(IReadOnlyList<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var w = new StateWriter();
        w.Raw("WJ"u8);
        w.Byte(FormatVersion);
        w.UInt((ulong)entries.Count);
        var (sequence, ticks) = (0L, 0L);
        foreach (var entry in entries)
        {
            w.Int(entry.Sequence - sequence);
            w.Int(entry.Time.UtcTicks - ticks);
            (sequence, ticks) = (entry.Sequence, entry.Time.UtcTicks);
            var known = Math.Max(Array.IndexOf(KnownEvents, entry.EventName), 0);
            var done = entry.Outcomes is ["Done"];
            // One byte tells the event, whether outcomes follow and whether a message does.
            w.Byte((byte)(known | (done ? 16 : 0) | (!done && entry.Outcomes.Count > 0 ? 32 : 0) | (entry.Message is not null ? 64 : 0)));
            if (known == 0) w.Text(entry.EventName);
            WritePath(w, entry.NodePath);
            w.Int(entry.ActivityInstanceId);
            w.Int(entry.ParentInstanceId);
            if (!done && entry.Outcomes.Count > 0)
            {
                w.UInt((ulong)entry.Outcomes.Count);
                foreach (var outcome in entry.Outcomes) w.Text(outcome);
            }
            if (entry.Message is not null) w.Text(entry.Message);
        }
        return w.Written.ToArray();
    }

    /// <summary>The entries of one burst.</summary>
    /// <exception cref="InvalidStateException">The bytes are damaged or of an unknown version.</exception>
    public static IReadOnlyList<JournalEntry> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || !bytes.StartsWith("WJ"u8)) throw new InvalidStateException("不是流程日志。");
        if (bytes[2] != FormatVersion) throw new InvalidStateException($"流程日志的格式是版本 {bytes[2]}，本程序只认识版本 {FormatVersion}。");
        var r = new StateReader(bytes[3..]);
        var entries = new JournalEntry[r.Count()];
        var (sequence, ticks) = (0L, 0L);
        for (var i = 0; i < entries.Length; i++)
        {
            sequence += r.Int();
            ticks += r.Int();
            if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks) throw StateReader.Broken();
            var head = r.Byte();
            if ((head & 15) >= KnownEvents.Length) throw StateReader.Broken();
            var name = (head & 15) == 0 ? r.Required() : KnownEvents[head & 15];
            var path = ReadPath(ref r);
            var (run, parent) = (r.Int32(), r.Int32());
            string[] outcomes = (head & 16) != 0 ? ["Done"] : [];
            if ((head & 32) != 0)
            {
                outcomes = new string[r.Count()];
                for (var j = 0; j < outcomes.Length; j++) outcomes[j] = r.Required();
            }
            entries[i] = new(sequence, new(ticks, TimeSpan.Zero), path, run, parent, name, outcomes, (head & 64) != 0 ? r.Required() : null);
        }
        return r.AtEnd ? entries : throw StateReader.Broken();
    }

    /// <summary>Container and own id apart: paths of one container share its text.</summary>
    private static void WritePath(StateWriter w, string path)
    {
        var colon = path.LastIndexOf(':');
        w.Text(colon < 0 ? null : path[..colon]);
        w.Text(path[(colon + 1)..]);
    }

    private static string ReadPath(ref StateReader r) => r.Text() is { } container ? $"{container}:{r.Required()}" : r.Required();
}
