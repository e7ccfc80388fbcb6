using System.Collections.Concurrent;
using System.Threading.Channels;
using Bpm.Application.Instances.Watching;

namespace Bpm.Studio.Watching;

/// <summary>Who watches which instance, and which of them changed since their watchers heard of it last.</summary>
public sealed class InstanceWatch : IInstanceWatch
{
    /// <summary>Most instances that one connection may watch.</summary>
    public const int MostEach = 20;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _watchers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _waiting = new(StringComparer.Ordinal);
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>(new() { SingleReader = true });

    /// <inheritdoc/>
    public bool IsWatched(string instanceId) => _watchers.ContainsKey(instanceId);

    /// <inheritdoc/>
    public void Changed(string instanceId)
    {
        // Many changes before the watchers are told are one to them.
        if (_waiting.TryAdd(instanceId, 0))
            _changes.Writer.TryWrite(instanceId);
    }

    /// <summary>A connection begins to watch.</summary>
    /// <returns>False where it watches too many already.</returns>
    public bool Add(string instanceId, string connectionId, string userName)
    {
        if (_watchers.Values.Count(watchers => watchers.ContainsKey(connectionId)) >= MostEach)
            return false;
        lock (_watchers)
            _watchers.GetOrAdd(instanceId, _ => new(StringComparer.Ordinal))[connectionId] = userName;
        return true;
    }

    /// <summary>A connection is gone.</summary>
    public void Remove(string connectionId)
    {
        lock (_watchers)
        {
            foreach (var (instanceId, watchers) in _watchers)
            {
                if (watchers.TryRemove(connectionId, out _) && watchers.IsEmpty)
                    _watchers.TryRemove(instanceId, out _);
            }
        }
    }

    /// <summary>Changed instances, each once until it is taken.</summary>
    public async IAsyncEnumerable<string> ChangesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var instanceId in _changes.Reader.ReadAllAsync(cancellationToken))
        {
            _waiting.TryRemove(instanceId, out _);
            yield return instanceId;
        }
    }

    /// <summary>Connections that watch an instance, by user.</summary>
    public IReadOnlyList<IGrouping<string, string>> WatchersOf(string instanceId) => _watchers.TryGetValue(instanceId, out var watchers)
        ? [.. watchers.GroupBy(watcher => watcher.Value, watcher => watcher.Key)]
        : [];
}
