using Bpm.Application.Complaints;
using Bpm.Workflows.Instances;

namespace Bpm.Application.Instances;

/// <summary>
/// The one way to an existing instance for all that does not know, and need not know, whether a case hangs on it: timers, stimuli, repairs.
/// Where one does, its clocks and tasks move with the burst.
/// </summary>
public sealed class InstanceDesk(ICaseStore cases, CaseProcess caseProcess, InstanceProcess process)
{
    /// <summary>Does something to an instance, in the running transaction.</summary>
    /// <returns>False when there is no such instance, or nothing to do.</returns>
    public async Task<bool> ActAsync(string instanceId, InstanceAction action, CancellationToken cancellationToken) =>
        await cases.FindByInstanceAsync(instanceId, cancellationToken) is { } complaint
            ? await caseProcess.ActAsync(complaint, action, cancellationToken)
            : await process.ActAsync(instanceId, action, cancellationToken);

    /// <summary>Resumes a bookmark or timer; one that is gone changes nothing.</summary>
    /// <param name="value">Given to the activity: null, text, number, bool, moment, list or dictionary; codes and numbers only.</param>
    public Task<bool> ResumeAsync(string instanceId, string bookmarkId, object? value, CancellationToken cancellationToken) => ActAsync(
        instanceId, (runner, graph, instance, host) => runner.Resume(graph, instance, bookmarkId, value, host), cancellationToken);
}
