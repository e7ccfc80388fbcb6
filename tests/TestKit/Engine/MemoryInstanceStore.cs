using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;

namespace Bpm.TestKit.Engine;

/// <summary>Instances in memory, kept as bytes, so that each burst begins with an instance that was loaded.</summary>
public sealed class MemoryInstanceStore : IInstanceStore, IJournalStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (byte[] State, long Revision, string? TenantId, string? CorrelationId)> _instances = [];
    private readonly Dictionary<(string Instance, string Bookmark), (Bookmark Bookmark, long Order)> _bookmarks = [];
    private readonly SortedSet<(DateTimeOffset Due, string Instance, string Bookmark)> _timers = [];
    private readonly Dictionary<string, List<(byte[] Entries, byte[] Values)>> _journals = [];
    private long _order;

    public Task<WorkflowInstance?> FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_instances.TryGetValue(id, out var row) ? InstanceSerializer.Read(row.State) : null);
    }

    public Task CommitAsync(Burst burst, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(burst);
        lock (_lock) Commit(burst);
        return Task.CompletedTask;
    }

    private void Commit(Burst burst)
    {
        if (!burst.Changed) return;
        foreach (var child in burst.Children) Commit(child);
        var id = burst.Instance.Id;
        var stored = _instances.TryGetValue(id, out var row) ? row.Revision : 0;
        if (stored != burst.ExpectedRevision || burst.IsNew == _instances.ContainsKey(id)) throw new ConcurrencyConflictException(id, burst.ExpectedRevision);
        _instances[id] = (InstanceSerializer.Write(burst.Instance), burst.Instance.Revision, burst.Instance.TenantId, burst.Instance.CorrelationId);
        foreach (var bookmark in burst.RemovedBookmarkIds) _bookmarks.Remove((id, bookmark));
        foreach (var bookmark in burst.AddedBookmarks) _bookmarks.Add((id, bookmark.Id), (bookmark, _order++));
        _timers.RemoveWhere(t => t.Instance == id && burst.RemovedTimerIds.Contains(t.Bookmark));
        foreach (var timer in burst.AddedTimers) _timers.Add((timer.DueAt, id, timer.BookmarkId));
        if (!_journals.TryGetValue(id, out var journal)) _journals[id] = journal = [];
        journal.Add((JournalSerializer.Write(burst.Journal), RecordedValueSerializer.Write(burst.Values)));
    }

    public Task<IReadOnlyList<BookmarkMatch>> MatchAsync(string hash, string? tenantId, string? correlationId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            IReadOnlyList<BookmarkMatch> found =
            [
                .. _bookmarks.Where(b => b.Value.Bookmark.Hash == hash && _instances[b.Key.Instance].TenantId == tenantId)
                    .Where(b => correlationId is null || _instances[b.Key.Instance].CorrelationId == correlationId)
                    .OrderBy(b => b.Value.Order)
                    .Select(b => new BookmarkMatch(b.Key.Instance, b.Key.Bookmark)),
            ];
            return Task.FromResult(found);
        }
    }

    /// <summary>The earliest timer due up to a moment, or null.</summary>
    public (DateTimeOffset Due, string Instance, string Bookmark)? NextTimer(DateTimeOffset upTo)
    {
        lock (_lock)
            return _timers.Count > 0 && _timers.Min.Due <= upTo ? _timers.Min : null;
    }

    public Task<JournalPage> ReadAsync(string instanceId, long from, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(JournalPage.Of(
                _journals.GetValueOrDefault(instanceId, []).Select(b => (JournalSerializer.Read(b.Entries), RecordedValueSerializer.Read(b.Values))), from, count));
    }

    /// <summary>The whole journal of an instance.</summary>
    public IReadOnlyList<JournalEntry> Journal(string id)
    {
        lock (_lock)
            return [.. _journals.GetValueOrDefault(id, []).SelectMany(burst => JournalSerializer.Read(burst.Entries))];
    }

    /// <summary>Bytes that an instance takes: state and journal.</summary>
    public int Size(string id)
    {
        lock (_lock)
            return _instances[id].State.Length + _journals[id].Sum(j => j.Entries.Length);
    }

    /// <summary>Bookmark rows of an instance; must always equal those in its state.</summary>
    public IReadOnlyList<string> BookmarkIds(string id)
    {
        lock (_lock)
            return [.. _bookmarks.Where(b => b.Key.Instance == id).OrderBy(b => b.Value.Order).Select(b => b.Key.Bookmark)];
    }

    /// <summary>Timer rows of an instance.</summary>
    public int TimerCount(string id)
    {
        lock (_lock)
            return _timers.Count(t => t.Instance == id);
    }
}
