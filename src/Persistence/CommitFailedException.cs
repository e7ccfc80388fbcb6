namespace Bpm.Persistence;

/// <summary>A transaction was worked through, and the database could not store it: a full disk, a broken file. Nothing of it is kept.</summary>
public sealed class CommitFailedException : Exception
{
    public CommitFailedException(Exception innerException)
        : base("The database could not commit; nothing of this transaction was stored. " + innerException.Message, innerException)
    {
    }

    public CommitFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CommitFailedException(string message)
        : base(message)
    {
    }

    public CommitFailedException()
    {
    }
}
