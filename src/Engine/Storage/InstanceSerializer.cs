using System.Security.Cryptography;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Storage;

/// <summary>
/// An instance as bytes and back: compact, with a version and a checksum. Types of values are kept. A format never changes meaning;
/// a new one gets a new version number and the old one stays readable.
/// </summary>
public static class InstanceSerializer
{
    private const byte FormatVersion = 3;
    private const int ChecksumLength = 4;

    /// <summary>The instance's state. Not inside a burst.</summary>
    public static byte[] Write(WorkflowInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var w = new StateWriter();
        w.Raw("WI"u8);
        w.Byte(FormatVersion);
        w.Text(instance.Id);
        w.Text(instance.DefinitionId);
        w.Text(instance.VersionId);
        w.Int(instance.Version);
        w.UInt(instance.GraphFingerprint);
        w.Byte((byte)((int)instance.Status << 4 | (int)instance.SubStatus));
        w.Text(instance.CorrelationId);
        w.Text(instance.Name);
        w.Text(instance.TenantId);
        w.Text(instance.ParentInstanceId);
        w.Int(instance.ParentWaits ? ~instance.Depth : instance.Depth);
        w.Int(instance.Revision);
        w.Moment(instance.CreatedAt);
        w.Moment(instance.UpdatedAt);
        w.Byte((byte)(instance.FinishedAt is null ? 0 : 1));
        if (instance.FinishedAt is { } finished) w.Moment(finished);
        w.Int(instance.LastActivity);
        w.Int(instance.LastBookmark);
        w.Int(instance.LastJournal);
        StateValues.WriteMap(w, instance.InputValues);
        StateValues.WriteMap(w, instance.OutputValues);
        WriteBookmarks(w, instance.BookmarkList);
        IncidentSerializer.Write(w, instance.IncidentList);
        WriteHeld(w, instance);
        w.Bytes(instance.StoredRuns ?? RunSerializer.Write(instance));
        w.Raw(SHA256.HashData(w.Written).AsSpan(0, ChecksumLength));
        return w.Written.ToArray();
    }

    /// <summary>The instance that was written. Its runs meet their graph at the next burst.</summary>
    /// <param name="tenantId">Whose instance it is, for states of format 1, which do not say; others keep what they say.</param>
    /// <exception cref="InvalidStateException">The bytes are damaged, or of a version that this program does not know.</exception>
    public static WorkflowInstance Read(ReadOnlySpan<byte> bytes, string? tenantId = null)
    {
        if (bytes.Length < 8 || !bytes.StartsWith("WI"u8)) throw new InvalidStateException("不是流程实例的状态。");
        var version = bytes[2];
        if (version is 0 or > FormatVersion)
            throw new InvalidStateException($"流程实例的状态格式是版本 {version}，本程序只认识到版本 {FormatVersion}，请升级程序。");
        var body = bytes[..^ChecksumLength];
        if (!SHA256.HashData(body).AsSpan(0, ChecksumLength).SequenceEqual(bytes[^ChecksumLength..])) throw StateReader.Broken();
        var r = new StateReader(body[3..]);
        var instance = new WorkflowInstance(r.Required(), r.Required(), r.Required(), r.Int32(), r.UInt());
        var status = r.Byte();
        instance.Status = (WorkflowStatus)(status >> 4);
        instance.SubStatus = (WorkflowSubStatus)(status & 15);
        if (!Enum.IsDefined(instance.Status) || !Enum.IsDefined(instance.SubStatus)) throw StateReader.Broken();
        instance.CorrelationId = r.Text();
        if (version > 1) ReadOrigin(ref r, instance);
        else instance.TenantId = tenantId;
        instance.Revision = r.Int();
        instance.CreatedAt = r.Moment();
        instance.UpdatedAt = r.Moment();
        if (r.Byte() == 1) instance.FinishedAt = r.Moment();
        instance.LastActivity = r.Int32();
        instance.LastBookmark = r.Int32();
        instance.LastJournal = r.Int();
        instance.InputValues = StateValues.ReadMap(ref r);
        instance.OutputValues = StateValues.ReadMap(ref r);
        ReadBookmarks(ref r, instance.BookmarkList);
        IncidentSerializer.Read(ref r, instance.IncidentList, version);
        if (version > 2) ReadHeld(ref r, instance);
        instance.StoredRuns = r.Bytes().ToArray();
        // Not known: the first large value that is set measures it.
        instance.SizeAtMost = long.MaxValue / 2;
        return r.AtEnd ? instance : throw StateReader.Broken();
    }

    private static void ReadOrigin(ref StateReader r, WorkflowInstance instance)
    {
        instance.Name = r.Text();
        instance.TenantId = r.Text();
        instance.ParentInstanceId = r.Text();
        var depth = r.Int32();
        (instance.ParentWaits, instance.Depth) = (depth < 0, depth < 0 ? ~depth : depth);
    }

    internal static void Bind(WorkflowGraph graph, WorkflowInstance instance)
    {
        RunSerializer.Read(instance.StoredRuns!, graph, instance);
        instance.StoredRuns = null;
    }

    private static void WriteBookmarks(StateWriter w, List<Bookmark> bookmarks)
    {
        w.UInt((ulong)bookmarks.Count);
        foreach (var b in bookmarks)
        {
            w.Text(b.Id);
            w.Text(b.Name);
            w.Text(b.Payload);
            // A hash is 64 hex digits: half as long as bytes.
            w.Bytes(Convert.FromHexString(b.Hash));
            w.Int(b.ActivityInstanceId);
            w.Byte((byte)((b.AutoBurn ? 1 : 0) | (b.DueAt is null ? 0 : 2)));
            if (b.DueAt is { } due) w.Moment(due);
        }
    }

    private static void ReadBookmarks(ref StateReader r, List<Bookmark> bookmarks)
    {
        for (var left = r.Count(); left > 0; left--)
        {
            var (id, name, payload) = (r.Required(), r.Required(), r.Text());
            var hash = Convert.ToHexStringLower(r.Bytes());
            var run = r.Int32();
            var flags = r.Byte();
            bookmarks.Add(new(id, name, hash, payload, run, (flags & 2) != 0 ? r.Moment() : null, (flags & 1) != 0));
        }
    }

    private static void WriteHeld(StateWriter w, WorkflowInstance instance)
    {
        w.Byte((byte)(instance.IsPaused ? 1 : 0));
        w.UInt((ulong)instance.HeldList.Count);
        foreach (var h in instance.HeldList)
        {
            w.Text(h.BookmarkId);
            w.Text(h.Name);
            w.Text(h.Hash);
            StateValues.Write(w, h.Payload);
            w.Moment(h.Time);
        }
    }

    private static void ReadHeld(ref StateReader r, WorkflowInstance instance)
    {
        instance.IsPaused = r.Byte() == 1;
        for (var left = r.Count(); left > 0; left--)
            instance.HeldList.Add(new(r.Required(), r.Required(), r.Required(), StateValues.Read(ref r), r.Moment()));
    }
}
