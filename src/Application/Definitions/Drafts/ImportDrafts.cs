using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Engine.Definitions;
using MediatR;

namespace Bpm.Application.Definitions.Drafts;

/// <summary>
/// Takes definition files in as drafts: all of them or none. What the engine does not run is refused by name; everything else is for the
/// checks before publishing. A file that says what is there already changes nothing.
/// </summary>
[MayRun(Permission.DesignProcesses)]
public sealed record ImportDrafts(IReadOnlyList<ImportFile> Files) : ICommand<ImportedDrafts>;

/// <summary>The versions that hold the files now, in the files' order.</summary>
public sealed record ImportedDrafts(IReadOnlyList<DefinitionRecord> Versions);

public sealed class ImportDraftsHandler(DefinitionDrafts drafts, DefinitionGate gate, IDefinitionStore store, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<ImportDrafts, Result<ImportedDrafts>>
{
    public async Task<Result<ImportedDrafts>> Handle(ImportDrafts request, CancellationToken cancellationToken)
    {
        var organisation = caller.Member.Organisation;
        var names = (await store.LatestAsync(organisation, cancellationToken)).Select(record => record.Name).ToHashSet(StringComparer.Ordinal);
        var read = new List<(ImportFile File, WorkflowDefinition Definition)>();
        foreach (var file in request.Files)
        {
            try
            {
                read.Add((file, WorkflowDefinition.Parse(file.Json)));
            }
            catch (InvalidDefinitionException exception)
            {
                return new ImportFileRefused(file.Name, exception.Message);
            }
        }

        names.UnionWith(read.Select(one => one.Definition.Name));
        var saved = new List<DefinitionRecord>();
        foreach (var (file, definition) in read)
        {
            if (gate.Unsupported(definition, names) is { Count: > 0 } unsupported)
                return new ImportFileRefused(file.Name, string.Join(' ', unsupported));
            var result = await drafts.SaveAsync(file.Json, organisation, null, $"导入自 {file.Name}", cancellationToken);
            if (result.IsRefused)
                return new ImportFileRefused(file.Name, result.Refusal.Message);
            saved.Add(result.Value);
            audit.Append(AuditEntry.Record(clock.GetUtcNow(), organisation, caller.Name, "definition.imported", $"definition:{result.Value.Id}", file.Name));
        }

        return new ImportedDrafts(saved);
    }
}
