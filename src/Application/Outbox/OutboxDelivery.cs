using Bpm.Application.Due;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Outbox;

/// <summary>Makes one attempt to deliver a message, outside every transaction.</summary>
public sealed class OutboxDelivery(IOutbox outbox, IEnumerable<IConnector> connectors, ILogger<OutboxDelivery> logger)
{
    /// <summary>Tries the message of a due row.</summary>
    /// <returns>Null when the outside system took it (or the message is gone), else what went wrong.</returns>
    public async Task<string?> TryAsync(DueRow row, CancellationToken cancellationToken)
    {
        var message = await outbox.FindAsync(Guid.Parse(row.Reference), cancellationToken);
        if (message is null || message.State == OutboxState.Delivered)
            return null;
        var connector = connectors.FirstOrDefault(candidate => candidate.System == message.System);
        if (connector is null)
            return $"No connector is configured for system '{message.System}'.";
        try
        {
            await connector.SendAsync(message, cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is ConnectorException or HttpRequestException or TimeoutException)
        {
            Log.DeliveryFailed(logger, exception, message.Id, message.System, message.Attempts + 1);
            return exception.Message;
        }
    }
}
