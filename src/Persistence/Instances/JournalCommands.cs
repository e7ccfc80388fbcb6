using Bpm.Engine.Execution;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>What happened in a burst: one row of journal.</summary>
internal static class JournalCommands
{
    public static async Task WriteAsync(DatabaseSession session, Burst burst)
    {
        var instance = burst.Instance;
        if (burst.Journal.Count > 0)
        {
            await session.Commands.ExecuteAsync(
                """INSERT INTO "Journal" ("InstanceId", "Burst", "FirstSequence", "Entries") VALUES (@p0, @p1, @p2, @p3)""",
                instance.Id, instance.Revision, burst.Journal[0].Sequence, JournalBlob.Write(burst, session.Context.Cipher));
        }
    }
}
