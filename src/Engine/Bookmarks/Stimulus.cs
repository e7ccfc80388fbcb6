using System.Security.Cryptography;
using System.Text;

namespace Bpm.Engine.Bookmarks;

/// <summary>Something that may resume waiting activities: a name and, where one name is not enough, a payload text.</summary>
public static class Stimulus
{
    /// <summary>Name that timers wait for. Nobody sends it: a timer is resumed by its bookmark.</summary>
    public const string Timer = "Elsa.Delay";

    /// <summary>Name that the activity Event waits for; the payload is the event's name.</summary>
    public const string Event = "Elsa.Event";

    /// <summary>Name that a workflow waits for whose child is still running; the payload is the child instance's id.</summary>
    public const string ChildEnded = "Bpm.ChildEnded";

    /// <summary>Name that the activity RunTask waits for; the payload is the task's id.</summary>
    public const string RunTask = "Elsa.RunTask";

    /// <summary>
    /// What bookmarks are found by: SHA-256 in lower-case hex of <c>name|payload</c>, or of <c>name|payload|activityInstance</c>
    /// for a bookmark that only its own activity may be resumed by.
    /// </summary>
    public static string Hash(string name, string? payload = null, string? activityInstance = null)
    {
        var text = activityInstance is null ? $"{name}|{payload}" : $"{name}|{payload}|{activityInstance}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
