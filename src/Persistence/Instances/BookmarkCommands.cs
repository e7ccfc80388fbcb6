using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>The rows that stimuli find instances by. The bookmarks themselves are part of the instance's state.</summary>
internal static class BookmarkCommands
{
    /// <summary>Rows of a burst's bookmarks. A timer has none: nobody sends it, its due row names the bookmark.</summary>
    public static async Task WriteAsync(DatabaseSession session, Burst burst, string organisation)
    {
        var instance = burst.Instance;
        if (burst is { CorrelationChanged: true, IsNew: false })
            await session.Commands.ExecuteAsync("""UPDATE "Bookmarks" SET "CorrelationId" = @p0 WHERE "InstanceId" = @p1""", instance.CorrelationId, instance.Id);
        foreach (var id in burst.RemovedBookmarkIds)
            await session.Commands.ExecuteAsync("""DELETE FROM "Bookmarks" WHERE "InstanceId" = @p0 AND "BookmarkId" = @p1""", instance.Id, id);
        foreach (var bookmark in burst.AddedBookmarks.Where(b => b.DueAt is null))
        {
            await session.Commands.ExecuteAsync(
                """
                INSERT INTO "Bookmarks" ("InstanceId", "BookmarkId", "Name", "Organisation", "Hash", "CorrelationId", "CreatedAt")
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
                """,
                instance.Id, bookmark.Id, bookmark.Name, organisation, bookmark.Hash, instance.CorrelationId, instance.UpdatedAt.UtcTicks);
        }
    }

    /// <summary>Bookmarks of an organisation that fit a stimulus, oldest first.</summary>
    public static async Task<IReadOnlyList<BookmarkMatch>> MatchAsync(
        DatabaseSession session, string hash, string organisation, string? correlationId, CancellationToken cancellationToken)
    {
        const string OfAll =
            """
            SELECT "InstanceId", "BookmarkId" FROM "Bookmarks" WHERE "Hash" = @p0 AND "Organisation" = @p1
            ORDER BY "CreatedAt", "InstanceId", "BookmarkId"
            """;
        const string OfOneGroup =
            """
            SELECT "InstanceId", "BookmarkId" FROM "Bookmarks" WHERE "Hash" = @p0 AND "Organisation" = @p1 AND "CorrelationId" = @p2
            ORDER BY "CreatedAt", "InstanceId", "BookmarkId"
            """;
        using var row = correlationId is null
            ? await session.Commands.QueryAsync(OfAll, hash, organisation)
            : await session.Commands.QueryAsync(OfOneGroup, hash, organisation, correlationId);
        var matches = new List<BookmarkMatch>();
        while (await row.ReadAsync(cancellationToken))
            matches.Add(new(row.GetString(0), row.GetString(1)));
        return matches;
    }
}
