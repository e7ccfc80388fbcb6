namespace Bpm.Application.Outbox;

/// <summary>An outside system. Called outside every transaction; must treat the same message id twice as once.</summary>
public interface IConnector
{
    /// <summary>Code of the system, as in organisation.json.</summary>
    string System { get; }

    /// <summary>Delivers one message.</summary>
    /// <exception cref="ConnectorException">The system did not take it; it is tried again.</exception>
    Task SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}
