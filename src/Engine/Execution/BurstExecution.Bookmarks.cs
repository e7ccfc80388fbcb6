using Bpm.Engine.Bookmarks;
using Bpm.Engine.Timers;

namespace Bpm.Engine.Execution;

/// <content>Bookmarks of the instance and the rows they have outside.</content>
internal sealed partial class BurstExecution
{
    public Bookmark AddBookmark(ActivityContext c, string name, string? payload, bool onlyThisRun, DateTimeOffset? dueAt, bool autoBurn)
    {
        var id = "b" + (++instance.LastBookmark).ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A timer is found by its id alone: hashing would only cost time.
        var hash = dueAt is null ? Stimulus.Hash(name, payload, onlyThisRun ? $"{instance.Id}:{c.ActivityInstanceId}" : null) : "";
        var bookmark = new Bookmark(id, name, hash, payload, c.ActivityInstanceId, dueAt, autoBurn);
        instance.BookmarkList.Add(bookmark);
        instance.Waiting[id] = c;
        c.BookmarkCount++;
        AddRow(bookmark);
        return bookmark;
    }

    public void RemoveBookmark(ActivityContext c, string id)
    {
        var i = instance.BookmarkList.FindIndex(b => b.Id == id && b.ActivityInstanceId == c.ActivityInstanceId);
        if (i < 0) return;
        var bookmark = instance.BookmarkList[i];
        instance.BookmarkList.RemoveAt(i);
        instance.Waiting.Remove(id);
        c.BookmarkCount--;
        DropRow(bookmark);
    }

    private void AddRow(Bookmark bookmark)
    {
        burst.AddedBookmarks.Add(bookmark);
        // A timer that came while the instance was paused is kept there and needs no row to come again.
        if (bookmark.DueAt is { } due && !instance.IsHeld(bookmark.Id)) burst.AddedTimers.Add(new TimerEntry(bookmark.Id, due));
    }

    private void DropRow(Bookmark bookmark)
    {
        // A bookmark that came and went within one burst never becomes a row.
        if (burst.AddedBookmarks.Remove(bookmark)) burst.AddedTimers.RemoveAll(t => t.BookmarkId == bookmark.Id);
        else
        {
            burst.RemovedBookmarkIds.Add(bookmark.Id);
            if (bookmark.DueAt is not null) burst.RemovedTimerIds.Add(bookmark.Id);
        }
    }
}
