using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Engine.Definitions;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>
/// Publishes definition files of an organisation: the next case runs the new version, running cases stay on theirs.
/// All files or none.
/// </summary>
/// <param name="Organisation">Organisation code.</param>
/// <param name="Files">Elsa 3 JSON, UTF-8.</param>
/// <param name="Note">Why, for the version list.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record ImportDefinitions(string Organisation, IReadOnlyList<byte[]> Files, string? Note) : ICommand<ImportedDefinitions>;

/// <summary>The versions that an import made.</summary>
public sealed record ImportedDefinitions(IReadOnlyList<ImportedDefinitions.Version> Versions)
{
    /// <summary>One new version.</summary>
    public sealed record Version(string DefinitionId, string Id, int Number, string Name);
}

public sealed class ImportDefinitionsHandler(
    DefinitionPublisher publisher, OrganisationRegistry organisations, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<ImportDefinitions, Result<ImportedDefinitions>>
{
    public async Task<Result<ImportedDefinitions>> Handle(ImportDefinitions request, CancellationToken cancellationToken)
    {
        if (organisations.Find(request.Organisation) is not { } home)
            return new OrganisationUnknown(request.Organisation);
        if (!caller.IsSystem && caller.Member.Organisation != request.Organisation)
            return new NotAllowed();
        var now = clock.GetUtcNow();
        try
        {
            var made = await publisher.PublishAsync(new(home, request.Files, caller.Name, request.Note, now), cancellationToken);
            if (made.Findings.Count > 0)
                return new DefinitionRefused(made.Findings);
            foreach (var version in made.Versions)
                audit.Append(AuditEntry.Record(now, home.Code, caller.Name, "definition.published", $"definition:{version.Id}", request.Note ?? ""));
            return new ImportedDefinitions([.. made.Versions.Select(version => new ImportedDefinitions.Version(version.DefinitionId, version.Id, version.Version, version.Name))]);
        }
        catch (InvalidDefinitionException exception)
        {
            return new DefinitionInvalid(exception.Message);
        }
    }
}
