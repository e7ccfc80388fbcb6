using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Organisation;
using Bpm.Engine.Definitions;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>Publishes the newest version of a definition: the next case runs it, running cases stay on theirs.</summary>
/// <param name="Note">Why, for the version list; null keeps what the draft says.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record PublishDefinition(string DefinitionId, string? Note) : ICommand<PublishedDefinition>;

/// <summary>What publishing came to.</summary>
/// <param name="Record">The version that is published, or would be once it is approved.</param>
/// <param name="AlreadyPublished">Nothing differed from what was published.</param>
/// <param name="Consumers">Definitions that got a version of their own because they use this one.</param>
/// <param name="Request">Number of the approval that it waits for, or null.</param>
public sealed record PublishedDefinition(DefinitionRecord Record, bool AlreadyPublished, IReadOnlyList<DefinitionRecord> Consumers, string? Request);

public sealed class PublishDefinitionHandler(
    DefinitionPublisher publisher, PublicationRequests requests, IDefinitionStore store, OrganisationRegistry organisations, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<PublishDefinition, Result<PublishedDefinition>>
{
    public async Task<Result<PublishedDefinition>> Handle(PublishDefinition request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        if (await store.FindLatestAsync(request.DefinitionId, cancellationToken) is not { } latest || latest.Organisation != home.Code)
            return new DefinitionNotFound(request.DefinitionId);
        if (latest.IsPublished)
            return new PublishedDefinition(latest, true, [], null);
        if (home.Directory.Profile.Publication is { Approval: true } publication)
            return await RequestAsync(home, home.Directory.Profile.Duties[publication.Duty], latest, request.Note, cancellationToken);
        var now = clock.GetUtcNow();
        try
        {
            var order = new Publishing(home, [latest.Json], caller.Name, request.Note ?? latest.Note, now) { DraftOf = latest.DefinitionId };
            var made = await publisher.PublishAsync(order, cancellationToken);
            if (made.Findings.Count > 0)
                return new DefinitionRefused(made.Findings);
            if (made.Versions.Count == 0)
                return await DropAsync(latest, cancellationToken);
            foreach (var version in made.Versions)
                audit.Append(AuditEntry.Record(now, home.Code, caller.Name, "definition.published", $"definition:{version.Id}", version.Note ?? ""));
            return new PublishedDefinition(made.Versions[0], false, [.. made.Versions.Skip(1)], null);
        }
        catch (InvalidDefinitionException exception)
        {
            return new DefinitionInvalid(exception.Message);
        }
    }

    private async Task<Result<PublishedDefinition>> RequestAsync(
        Installed home, DutyProfile duty, DefinitionRecord latest, string? note, CancellationToken cancellationToken)
    {
        var draft = latest.IsDraft ? latest : await AgainAsync(latest, cancellationToken);
        var requested = await requests.OpenAsync(home, duty, draft, note, cancellationToken);
        return requested.IsRefused ? requested.Refusal : new PublishedDefinition(requested.Value, false, [], requested.Value.ApprovalCase);
    }

    // What was retracted is published by a version of its own: an approval is for a draft.
    private async Task<DefinitionRecord> AgainAsync(DefinitionRecord retracted, CancellationToken cancellationToken)
    {
        var version = (await store.LastNumberAsync(retracted.DefinitionId, cancellationToken)).Version + 1;
        var json = WorkflowDefinition.Parse(retracted.Json).With($"{retracted.DefinitionId}-v{version}", version, isLatest: true, isPublished: false);
        var draft = retracted with
        {
            Id = json.Id, Version = version, Json = json.ToJson(), IsLatest = true, IsPublished = false, PublishedAt = null, ApprovedBy = null,
            Revision = retracted.Revision + 1, CreatedAt = clock.GetUtcNow(), Author = caller.Name,
        };
        await store.AddAsync(draft, cancellationToken);
        return draft;
    }

    // A draft that says what is published already is none.
    private async Task<PublishedDefinition> DropAsync(DefinitionRecord draft, CancellationToken cancellationToken)
    {
        await store.RemoveAsync(draft.Id, cancellationToken);
        return new((await store.FindPublishedAsync(draft.DefinitionId, cancellationToken))!, true, [], null);
    }
}
