using System.Collections.Concurrent;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Compiled graphs by version id. Thread-safe. A published version never changes, so an entry stays valid until it is dropped;
/// drop a draft after each save.
/// </summary>
public sealed class GraphCache(GraphCompiler compiler, IDefinitionSource source)
{
    private readonly ConcurrentDictionary<string, Lazy<WorkflowGraph>> _graphs = new(StringComparer.Ordinal);

    /// <summary>The compiled graph of a version.</summary>
    /// <exception cref="InvalidDefinitionException">No such version, or it cannot be run.</exception>
    public WorkflowGraph Get(string versionId)
    {
        var entry = _graphs.GetOrAdd(versionId, id => new(() => Compile(id)));
        try
        {
            return entry.Value;
        }
        catch
        {
            // A failure is not kept: the definition may be repaired or loaded later.
            _graphs.TryRemove(KeyValuePair.Create(versionId, entry));
            throw;
        }
    }

    /// <summary>Forgets a version, for example a draft that was saved again.</summary>
    public void Drop(string versionId) => _graphs.TryRemove(versionId, out _);

    private WorkflowGraph Compile(string versionId)
    {
        var definition = source.FindVersion(versionId)
            ?? throw new InvalidDefinitionException("", null, $"找不到流程版本 “{versionId}”。");
        return compiler.Compile(definition, source);
    }
}
