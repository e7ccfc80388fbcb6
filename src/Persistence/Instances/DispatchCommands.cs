using Bpm.Application.Due;
using Bpm.Application.Instances;
using Bpm.Engine.Execution;
using Bpm.Persistence.Due;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>Instances that a burst wants started, as due rows: each becomes a burst of its own, right after this one.</summary>
internal static class DispatchCommands
{
    public static async Task WriteAsync(DatabaseSession session, Burst burst, string organisation)
    {
        foreach (var dispatch in burst.Dispatches)
        {
            await DueCommands.PutAsync(
                session, DueKind.Dispatch, organisation, burst.Instance.Id, dispatch.InstanceId, burst.Instance.UpdatedAt,
                DispatchLetter.Of(dispatch).Write());
        }
    }
}
