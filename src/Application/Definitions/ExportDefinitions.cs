using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>Definitions as files, byte for byte what an import of them gives back.</summary>
/// <param name="VersionIds">Versions wanted.</param>
/// <param name="WithConsumers">Also the published versions of what uses them.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record ExportDefinitions(IReadOnlyList<string> VersionIds, bool WithConsumers) : IQuery<DefinitionFiles>;

/// <summary>Files of an export.</summary>
public sealed record DefinitionFiles(IReadOnlyList<DefinitionFile> Items);

/// <summary>A definition as a file.</summary>
/// <param name="Name">File name.</param>
/// <param name="Json">Canonical Elsa 3 JSON, UTF-8.</param>
public sealed record DefinitionFile(string Name, byte[] Json)
{
    /// <summary>The file of a version. Its marks say what it is now, not what it was when it was stored.</summary>
    public static DefinitionFile Of(DefinitionRecord record)
    {
        var prefix = record.Organisation + "-";
        var name = record.DefinitionId.StartsWith(prefix, StringComparison.Ordinal) ? record.DefinitionId[prefix.Length..] : record.DefinitionId;
        return new($"{name}.json", WorkflowDefinition.Parse(record.Json).With(record.Id, record.Version, record.IsLatest, record.IsPublished).ToJson());
    }
}

public sealed class ExportDefinitionsHandler(IDefinitionStore store, DefinitionConsumers consumers, Caller caller)
    : IRequestHandler<ExportDefinitions, Result<DefinitionFiles>>
{
    public async Task<Result<DefinitionFiles>> Handle(ExportDefinitions request, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DefinitionRecord>(StringComparer.Ordinal);
        foreach (var id in request.VersionIds)
        {
            if (await store.FindVersionAsync(id, cancellationToken) is not { } record || record.Organisation != caller.Member.Organisation)
                return new DefinitionNotFound(id);
            found[record.Id] = record;
        }

        foreach (var record in request.WithConsumers ? found.Values.ToList() : [])
        {
            foreach (var user in await consumers.OfAsync(record.DefinitionId, record.Organisation, cancellationToken))
                found[user.Id] = user;
        }

        return new DefinitionFiles([.. found.Values.Select(DefinitionFile.Of)]);
    }
}
