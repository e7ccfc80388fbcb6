namespace Bpm.Engine.Bookmarks;

/// <summary>Something that came for an instance while it was paused; it is delivered once, at the release.</summary>
/// <param name="BookmarkId">The bookmark that it came for.</param>
/// <param name="Name">What that bookmark waits for.</param>
/// <param name="Hash">Hash of that bookmark: where the bookmark is gone by then, another one with the same hash hears it. Empty for timers.</param>
/// <param name="Payload">For the activity: null, text, number, bool, moment, list or dictionary.</param>
/// <param name="Time">When it came, UTC.</param>
public sealed record HeldStimulus(string BookmarkId, string Name, string Hash, object? Payload, DateTimeOffset Time);
