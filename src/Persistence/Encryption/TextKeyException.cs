namespace Bpm.Persistence.Encryption;

/// <summary>The key of sealed text is missing, wrong or unreadable. The message says which file it should be in.</summary>
public sealed class TextKeyException : Exception
{
    public TextKeyException(string message)
        : base(message)
    {
    }

    public TextKeyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TextKeyException()
    {
    }
}
