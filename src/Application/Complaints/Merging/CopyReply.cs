using Bpm.Application.Due;
using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>
/// Gives what the customer of a main case was told to the customers of the cases merged into it: a due row for each, so that each is a
/// transaction of its own and happens once.
/// </summary>
public sealed class CopyReply(ICaseStore cases, CaseProcess process)
{
    /// <summary>Adds the reply of a row that was taken out to the row's merged case.</summary>
    public async Task DeliverAsync(DueRow row, CancellationToken cancellationToken)
    {
        var (replyId, number) = Read(row.Reference);
        if (await cases.FindAsync(Guid.Parse(row.Subject), cancellationToken) is not { } main
            || main.Replies.FirstOrDefault(reply => reply.Id == replyId) is not { } reply
            || await cases.FindByNumberAsync(number, cancellationToken) is not { } merged)
            return;
        await process.TellAsync(merged, reply.Kind, reply.Text.Value, reply.By, cancellationToken);
    }

    /// <summary>Reference of the row that carries a reply to a merged case.</summary>
    public static string Reference(Reply reply, string number) => $"{reply.Id:N}.{number}";

    /// <summary>True for what is told to everybody whose case it is now: not the first reply, which each has had, nor an inside opinion.</summary>
    public static bool Concerns(Reply reply) => reply.Kind is ReplyKinds.Progress or ReplyKinds.Final;

    private static (Guid Reply, string Number) Read(string reference)
    {
        var dot = reference.IndexOf('.', StringComparison.Ordinal);
        return (Guid.Parse(reference[..dot]), reference[(dot + 1)..]);
    }
}
