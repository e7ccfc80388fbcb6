using Bpm.Application.Due;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Due;

/// <summary>Writes due rows; also for the engine's timers and stimuli.</summary>
internal static class DueCommands
{
    /// <summary>
    /// Adds a row, or moves one. A moved row is a new row: whoever has read the old one and comes to take it finds it gone,
    /// and cannot run it at the old time.
    /// </summary>
    public static async Task PutAsync(
        DatabaseSession session, DueKind kind, string organisation, string subject, string reference, DateTimeOffset dueAt, byte[]? payload)
    {
        await RemoveAsync(session, kind, subject, reference);
        await AddAsync(session, kind, organisation, subject, reference, dueAt, payload);
    }

    /// <summary>Adds a row where none of this reference lies, as for a new bookmark: there is none to move.</summary>
    public static Task AddAsync(
        DatabaseSession session, DueKind kind, string organisation, string subject, string reference, DateTimeOffset dueAt, byte[]? payload) =>
        session.Commands.ExecuteAsync(
            """
            INSERT INTO "DueRows" ("DueAt", "Kind", "Organisation", "Subject", "Reference", "Payload")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
            """,
            dueAt.UtcTicks, (long)kind, organisation, subject, reference, payload);

    /// <summary>Removes a row; none there is no error.</summary>
    public static Task RemoveAsync(DatabaseSession session, DueKind kind, string subject, string reference) => session.Commands.ExecuteAsync(
        """DELETE FROM "DueRows" WHERE "Subject" = @p0 AND "Kind" = @p1 AND "Reference" = @p2""", subject, (long)kind, reference);
}
