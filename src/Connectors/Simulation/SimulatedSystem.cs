using System.Collections.Concurrent;
using Bpm.Application.Outbox;

namespace Bpm.Connectors.Simulation;

/// <summary>
/// Stands in for an outside system in development and training: takes every message once, remembers its id, and does nothing else.
/// </summary>
/// <param name="system">Code of the system that it stands in for.</param>
public sealed class SimulatedSystem(string system) : IConnector
{
    private readonly ConcurrentDictionary<Guid, byte> _taken = new();

    public string System => system;

    /// <summary>How many different messages it has taken since the process began.</summary>
    public int Taken => _taken.Count;

    public Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        _taken.TryAdd(message.Id, 0);
        return Task.CompletedTask;
    }
}
