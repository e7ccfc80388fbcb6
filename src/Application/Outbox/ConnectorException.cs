namespace Bpm.Application.Outbox;

/// <summary>An outside system did not take a message. The text goes to staff: no personal data.</summary>
public sealed class ConnectorException : Exception
{
    public ConnectorException(string message)
        : base(message)
    {
    }

    public ConnectorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ConnectorException()
    {
    }
}
