namespace Bpm.Engine.Bookmarks;

/// <summary>A stored bookmark that fits a stimulus.</summary>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="BookmarkId">Its bookmark.</param>
public sealed record BookmarkMatch(string InstanceId, string BookmarkId);
