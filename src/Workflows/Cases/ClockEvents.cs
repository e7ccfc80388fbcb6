namespace Bpm.Workflows.Cases;

/// <summary>What a workflow can hear of a clock; also the ports of the activity that waits for it.</summary>
public static class ClockEvents
{
    /// <summary>A warning rung was reached.</summary>
    public const string Warned = "Warned";

    /// <summary>The due time passed.</summary>
    public const string Breached = "Breached";

    /// <summary>The clock ended, in whatever way.</summary>
    public const string Stopped = "Stopped";

    /// <summary>Name of the bookmarks that wait for a clock; their payload is the rule's id.</summary>
    public const string Bookmark = "Bpm.WaitForClock";

    /// <summary>All events, in the order of a clock's life.</summary>
    public static IReadOnlyList<string> All { get; } = [Warned, Breached, Stopped];
}
