using Bpm.Application.Audit;
using Bpm.Application.Installation;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Cases;

namespace Bpm.Application.Definitions;

/// <summary>Does what an approval came to, in the transaction of the burst that said so.</summary>
public sealed class PublicationDesk(IDefinitionStore store, DefinitionPublisher publisher, IAuditLog audit)
{
    /// <summary>Publishes or declines the draft that a case asks for.</summary>
    /// <param name="complaint">The case; whoever brought it is the author.</param>
    /// <param name="actor">Who decided.</param>
    /// <exception cref="PublicationRefusedException">It cannot be published as it is; nothing may be kept.</exception>
    public async Task DecideAsync(
        Installed home, Case complaint, PublicationDecision decision, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = await store.FindLatestAsync(complaint.Attributes["definitionId"], cancellationToken);
        var waits = draft is { IsDraft: true } && draft.ApprovalCase == complaint.Number;
        if (decision == PublicationDecision.Decline)
        {
            if (waits)
                await store.ReplaceAsync(draft!.Id, draft with { ApprovalCase = null }, cancellationToken);
            audit.Append(AuditEntry.Record(now, home.Code, actor, "definition.publication-declined", $"definition:{draft?.Id}", complaint.Number, complaint.Id));
            return;
        }

        if (!waits)
            throw new PublicationRefusedException(new PublicationOutdated());
        await PublishAsync(home, complaint, draft!, actor, now, cancellationToken);
    }

    private async Task PublishAsync(Installed home, Case complaint, DefinitionRecord draft, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var comment = complaint.Tasks.LastOrDefault(task => task.State == TaskState.Completed)?.Answer?.Value.Comment;
            string?[] notes = [complaint.Attributes.GetValueOrDefault("note"), comment];
            var note = string.Join('；', notes.Where(text => !string.IsNullOrWhiteSpace(text)));
            var order = new Publishing(home, [draft.Json], complaint.RegisteredBy, note.Length == 0 ? null : note, now) { DraftOf = draft.DefinitionId, ApprovedBy = actor };
            var made = await publisher.PublishAsync(order, cancellationToken);
            if (made.Findings.Count > 0)
                throw new PublicationRefusedException(new DefinitionRefused(made.Findings));
            foreach (var version in made.Versions)
                audit.Append(AuditEntry.Record(now, home.Code, actor, "definition.published", $"definition:{version.Id}", complaint.Number, complaint.Id));
        }
        catch (InvalidDefinitionException exception)
        {
            throw new PublicationRefusedException(new DefinitionInvalid(exception.Message));
        }
    }
}
