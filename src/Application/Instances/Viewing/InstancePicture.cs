using Bpm.Domain.Complaints;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;

namespace Bpm.Application.Instances.Viewing;

/// <summary>
/// An instance as the viewer draws it. Of a confidential case it has nothing for those who may not read it in full: no journal, no runs, no
/// values. Everything that the viewer shows of an instance comes through here.
/// </summary>
public sealed class InstancePicture
{
    /// <summary>Stands for a value that the caller may not see.</summary>
    public const string Hidden = "（保密）";

    private readonly InstancePictures _source;
    private readonly bool _showsValues;

    internal InstancePicture(InstancePictures source, WorkflowInstance instance, WorkflowGraph? graph, Case? complaint, bool showsAll, bool showsValues)
    {
        (_source, Instance, Graph, Complaint, ShowsAll, _showsValues) = (source, instance, graph, complaint, showsAll, showsValues);
        Nodes = graph?.Nodes.ToDictionary(node => node.Path) ?? [];
    }

    /// <summary>The instance; its values only where <see cref="ShowsAll"/>.</summary>
    public WorkflowInstance Instance { get; }

    /// <summary>What it runs; null where its version cannot be read any more.</summary>
    public WorkflowGraph? Graph { get; }

    /// <summary>The case that hangs on it, or null.</summary>
    public Case? Complaint { get; }

    /// <summary>May the caller see how far it is?</summary>
    public bool ShowsAll { get; }

    /// <summary>Activities by path.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Nodes { get; }

    /// <summary>The whole journal with what was recorded; empty where the caller may not see it.</summary>
    public async Task<JournalPage> JournalAsync(CancellationToken cancellationToken)
    {
        if (!ShowsAll)
            return new([], []);
        var journal = await _source.ReadAsync(Instance.Id, cancellationToken);
        return _showsValues ? journal : journal with { Values = [.. journal.Values.Select(value => value with { Value = Hidden })] };
    }

    /// <summary>All runs of activities, in the order in which they started; none where the caller may not see them.</summary>
    public async Task<IReadOnlyList<ActivityExecutionRecord>> RunsAsync(CancellationToken cancellationToken)
    {
        var journal = await JournalAsync(cancellationToken);
        return ActivityExecutionRecords.From(journal.Entries, journal.Values, Graph, Instance.Incidents);
    }
}
