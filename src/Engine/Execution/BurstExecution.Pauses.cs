using Bpm.Engine.Bookmarks;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Execution;

/// <content>What comes while the instance is paused.</content>
internal sealed partial class BurstExecution
{
    /// <summary>Keeps something that came until the release.</summary>
    public void Hold(Bookmark bookmark, object? payload)
    {
        instance.HeldList.Add(new HeldStimulus(bookmark.Id, bookmark.Name, bookmark.Hash, payload, now));
        if (bookmark.DueAt is not null) burst.RemovedTimerIds.Add(bookmark.Id);
        Record(instance.Waiting[bookmark.Id], JournalEvents.Held, [], null);
    }

    /// <summary>Delivers what came, in order, each as if it came alone.</summary>
    public void Release()
    {
        Record(instance.Root!, JournalEvents.Unpaused, [], null);
        HeldStimulus[] held = [.. instance.HeldList];
        instance.HeldList.Clear();
        instance.IsPaused = false;
        foreach (var stimulus in held)
        {
            if (instance.IsEnded) return;
            var bookmark = instance.BookmarkList.Find(b => b.Id == stimulus.BookmarkId)
                ?? (stimulus.Hash.Length == 0 ? null : instance.BookmarkList.Find(b => b.Hash == stimulus.Hash));
            if (bookmark is null)
            {
                Record(instance.Root!, JournalEvents.Dropped, [], stimulus.Name);
                continue;
            }
            Resume(instance.Waiting[bookmark.Id], bookmark, stimulus.Payload);
            Run();
        }
    }
}
