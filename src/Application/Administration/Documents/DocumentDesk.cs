using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Duties;
using Bpm.Application.Installation;
using Bpm.Application.Shifts;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Calendars;

namespace Bpm.Application.Administration.Documents;

/// <summary>
/// The one way to change what is in force for the caller's organisation: one document is changed, checked with all others, stored with its
/// earlier state kept, and is in force for the next request once it is committed. Within the running transaction.
/// </summary>
public sealed class DocumentDesk(
    IPackStore packs, DocumentCheck check, OrganisationRegistry organisations, DutySchedule duties, ShiftSchedule shifts, IAuditLog audit,
    ITransaction transaction, Caller caller, BusinessClock clock)
{
    /// <summary>Changes a document.</summary>
    /// <param name="change">Which one, and how it is written down.</param>
    /// <param name="edit">Changes its JSON; a refusal leaves all as it was.</param>
    public Task<Result<SavedDocument>> ChangeAsync(DocumentChange change, Func<DocumentEdit, Refusal?> edit, CancellationToken cancellationToken) =>
        ChangeAsync(change, edit, (_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Changes a document, and does what follows from it.</summary>
    /// <param name="change">Which one, and how it is written down.</param>
    /// <param name="edit">Changes its JSON; a refusal leaves all as it was.</param>
    /// <param name="then">Gets what was and what will be in force; runs only where something changed.</param>
    public async Task<Result<SavedDocument>> ChangeAsync(
        DocumentChange change, Func<DocumentEdit, Refusal?> edit, Func<Installed, Installed, Task> then, CancellationToken cancellationToken)
    {
        var documents = await packs.OfAsync(caller.Member.Organisation, cancellationToken);
        if (documents.FirstOrDefault(d => d.Kind == change.Kind && d.EffectiveFrom == change.EffectiveFrom) is not { } current)
            return new DocumentNotFound();
        var home = OrganisationRegistry.Read(documents);
        if (change.Revision is { } seen && seen != current.Revision)
            return new DocumentChanged(home.Directory.DisplayName(current.SavedBy), LocalText.Moment(current.SavedAt, home.Directory.Profile.Identity.Zone));
        var root = DocumentJson.Read(current.Json);
        var before = DocumentJson.Write(root);
        if (edit(new(root, home)) is { } refusal)
            return refusal;
        var json = DocumentJson.Write(root);
        if (json.AsSpan().SequenceEqual(before))
            return new SavedDocument(current.Revision);
        var changed = Stamped(current with { Json = json, Revision = current.Revision + 1 }, change);
        return await StoreAsync(home, [.. documents.Where(other => other != current), changed], current, changed, change, then, cancellationToken);
    }

    /// <summary>Adds a document beside the others: a rule set of a later day.</summary>
    public async Task<Result<SavedDocument>> AddAsync(DocumentChange change, byte[] json, CancellationToken cancellationToken)
    {
        var documents = await packs.OfAsync(caller.Member.Organisation, cancellationToken);
        var added = Stamped(new(caller.Member.Organisation, change.Kind, change.EffectiveFrom, json), change);
        return await StoreAsync(
            OrganisationRegistry.Read(documents), [.. documents, added], null, added, change, (_, _) => Task.CompletedTask, cancellationToken);
    }

    /// <summary>Takes a document away: a rule set that is not in force yet.</summary>
    public async Task<Result<SavedDocument>> RemoveAsync(DocumentChange change, CancellationToken cancellationToken)
    {
        var documents = await packs.OfAsync(caller.Member.Organisation, cancellationToken);
        if (documents.FirstOrDefault(d => d.Kind == change.Kind && d.EffectiveFrom == change.EffectiveFrom) is not { } current)
            return new DocumentNotFound();
        return await StoreAsync(
            OrganisationRegistry.Read(documents), [.. documents.Where(other => other != current)], current, null, change, (_, _) => Task.CompletedTask,
            cancellationToken);
    }

    private async Task<Result<SavedDocument>> StoreAsync(
        Installed home, IReadOnlyList<PackDocument> documents, PackDocument? before, PackDocument? after, DocumentChange change,
        Func<Installed, Installed, Task> then, CancellationToken cancellationToken)
    {
        Installed next;
        try
        {
            next = OrganisationRegistry.Read(documents);
        }
        catch (InvalidPackException exception)
        {
            return new DocumentRefused([exception.InnerException?.Message ?? exception.Message]);
        }

        if (await check.RunAsync(home, next, cancellationToken) is { } refusal)
            return refusal;
        if (before is not null)
            await packs.KeepAsync(before, cancellationToken);
        if (after is not null)
            await packs.PutAsync(after, cancellationToken);
        else if (before is not null)
            await packs.RemoveAsync(before, cancellationToken);
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), home.Code, caller.Name, change.Action, change.Subject, change.Detail));
        await then(home, next);
        await duties.EnsureAsync(next, cancellationToken);
        await shifts.EnsureAsync(next, cancellationToken);
        transaction.AfterCommit(() => organisations.Replace(next));
        return new SavedDocument(after?.Revision ?? 0);
    }

    private PackDocument Stamped(PackDocument document, DocumentChange change) => document with
    {
        SavedAt = clock.GetUtcNow(), SavedBy = caller.Name, Note = string.IsNullOrWhiteSpace(change.Note) ? null : change.Note.Trim(),
    };
}
