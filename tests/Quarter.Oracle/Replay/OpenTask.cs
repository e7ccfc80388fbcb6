using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>A task of the replay that waits for somebody.</summary>
/// <param name="Rule">Article of the clock that runs over it, or null.</param>
/// <param name="Department">Department that has it, where that tells it apart.</param>
/// <param name="Done">What its completion brings.</param>
internal sealed record OpenTask(string Step, string? Rule, string? Department, DateTimeOffset OpenedAt, Action<OpenTask, Deed> Done)
{
    /// <summary>Who claimed it, or null.</summary>
    public string? Holder { get; set; }

    /// <summary>The log's name for it, once a deed has used it.</summary>
    public string? Name { get; set; }

    /// <summary>It does not end with the case.</summary>
    public bool OutlivesTheCase { get; init; }
}
