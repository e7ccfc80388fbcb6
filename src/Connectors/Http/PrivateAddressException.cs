namespace Bpm.Connectors.Http;

/// <summary>A host's name leads to private addresses only, and no setting says that it may.</summary>
public sealed class PrivateAddressException : Exception
{
    public PrivateAddressException(string message)
        : base(message)
    {
    }

    public PrivateAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PrivateAddressException()
    {
    }
}
