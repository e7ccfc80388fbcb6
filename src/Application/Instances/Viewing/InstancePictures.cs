using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;

namespace Bpm.Application.Instances.Viewing;

/// <summary>Finds instances for the viewer.</summary>
public sealed class InstancePictures(InstanceRepairs repairs, IJournalStore journals, GraphCache graphs)
{
    private const int PageSize = 1000;

    /// <summary>An instance of the caller's organisation; null where there is none.</summary>
    public async Task<InstancePicture?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await repairs.FindAsync(instanceId, cancellationToken) is not var (instance, complaint))
            return null;
        return new(this, instance, Graph(instance), complaint, repairs.ShowsAll(complaint), repairs.ShowsValues(complaint));
    }

    /// <summary>An instance's whole journal.</summary>
    public async Task<JournalPage> ReadAsync(string instanceId, CancellationToken cancellationToken)
    {
        var (entries, values) = (new List<JournalEntry>(), new List<RecordedValue>());
        while (true)
        {
            var page = await journals.ReadAsync(instanceId, entries.Count + 1, PageSize, cancellationToken);
            entries.AddRange(page.Entries);
            values.AddRange(page.Values);
            if (page.Entries.Count < PageSize)
                return new(entries, values);
        }
    }

    // The viewer still shows what the columns and the journal tell of an instance whose version or state nothing can read any more.
    private WorkflowGraph? Graph(WorkflowInstance instance)
    {
        try
        {
            var graph = graphs.Get(instance.VersionId);
            WorkflowRunner.Bind(graph, instance);
            return graph;
        }
        catch (WorkflowException)
        {
            return null;
        }
    }
}
