namespace Bpm.Engine.Journal;

/// <summary>Names of journal events. Activities may write others.</summary>
public static class JournalEvents
{
    public const string Started = "Started";
    public const string Suspended = "Suspended";
    public const string Resumed = "Resumed";
    public const string Completed = "Completed";
    public const string Canceled = "Canceled";
    public const string Faulted = "Faulted";
}
