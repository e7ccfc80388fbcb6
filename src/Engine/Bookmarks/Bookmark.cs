namespace Bpm.Engine.Bookmarks;

/// <summary>A place where an instance waits.</summary>
/// <param name="Id">Unique within the instance and never used twice; a row's key is instance id and this.</param>
/// <param name="Name">What it waits for: by default the activity's type name.</param>
/// <param name="Hash">See <see cref="Stimulus.Hash"/>.</param>
/// <param name="Payload">Text that tells waits of one name apart, or null. Holds ids, never a case's text.</param>
/// <param name="ActivityInstanceId">The run of an activity that waits.</param>
/// <param name="DueAt">For a timer the moment to resume it, UTC; else null.</param>
/// <param name="AutoBurn">Is it removed when resumed?</param>
public sealed record Bookmark(string Id, string Name, string Hash, string? Payload, int ActivityInstanceId, DateTimeOffset? DueAt, bool AutoBurn);
