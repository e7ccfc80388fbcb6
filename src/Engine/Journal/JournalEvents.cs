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

    /// <summary>A failed run was given up for a new one.</summary>
    public const string Retried = "Retried";

    /// <summary>A failed run was taken as completed.</summary>
    public const string Skipped = "Skipped";

    /// <summary>An operator gave a variable a value; the message is its name.</summary>
    public const string VariableSet = "VariableSet";

    /// <summary>An operator paused or released the instance.</summary>
    public const string Paused = "Paused";

    public const string Unpaused = "Unpaused";

    /// <summary>Something came for the activity while the instance was paused.</summary>
    public const string Held = "Held";

    /// <summary>Something that came during the pause found nobody waiting at the release; the message is what it was for.</summary>
    public const string Dropped = "Dropped";

    /// <summary>The instance went on with another version of its workflow; the message says from which, to which, and who did it.</summary>
    public const string Migrated = "Migrated";

    /// <summary>People took the process back from here to an earlier activity; the message is that activity's path.</summary>
    public const string WentBack = "WentBack";

    /// <summary>The activity started an instance within its burst; the message is its id.</summary>
    public const string ChildStarted = "ChildStarted";

    /// <summary>The activity has an instance started after its burst; the message is its id.</summary>
    public const string ChildDispatched = "ChildDispatched";
}
