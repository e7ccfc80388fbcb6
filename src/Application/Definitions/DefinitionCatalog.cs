using System.Collections.Concurrent;
using Bpm.Engine.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Application.Definitions;

/// <summary>
/// Definitions as the engine's compiler asks for them. A version never changes once published, so it is read and parsed once;
/// which version is published is asked anew each time.
/// </summary>
public sealed class DefinitionCatalog(IServiceScopeFactory scopes) : IDefinitionSource
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _versions = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public WorkflowDefinition? FindVersion(string versionId)
    {
        if (_versions.TryGetValue(versionId, out var known))
            return known;
        var record = Read(store => store.FindVersionAsync(versionId, CancellationToken.None));
        return record is null ? null : Keep(record);
    }

    /// <inheritdoc/>
    public WorkflowDefinition? FindPublished(string definitionId)
    {
        var versionId = Read(store => store.PublishedVersionIdAsync(definitionId, CancellationToken.None));
        return versionId is null ? null : FindVersion(versionId);
    }

    /// <summary>The version that is published of an organisation's definition, or null.</summary>
    public string? PublishedVersionId(string definitionId, string organisation) =>
        Read(store => store.PublishedVersionIdAsync(definitionId, organisation, CancellationToken.None));

    private WorkflowDefinition Keep(DefinitionRecord record) =>
        // A draft may become something else under the same id.
        record.IsDraft ? WorkflowDefinition.Parse(record.Json) : _versions.GetOrAdd(record.Id, _ => WorkflowDefinition.Parse(record.Json));

    // The compiler is synchronous and runs once for each version; the read is local or short.
    private T Read<T>(Func<IDefinitionStore, Task<T>> read)
    {
        using var scope = scopes.CreateScope();
        return read(scope.ServiceProvider.GetRequiredService<IDefinitionStore>()).GetAwaiter().GetResult();
    }
}
