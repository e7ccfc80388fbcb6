using Bpm.Application.Access;

namespace Bpm.Application.Tasks;

internal static class TaskFilters
{
    /// <summary>A list of the caller, from whom also what the caller stands in for comes.</summary>
    public static TaskFilter Of(Caller caller, TaskScope scope, int page = 0, int pageSize = 1) => new(
        caller.Member.Organisation, caller.Member.UserName, caller.Home.KeysOf(caller.Member.UserName), scope, page, pageSize)
    {
        StandIns = [.. caller.StandIns.Select(standIn => (standIn.Absent.UserName, (IReadOnlyCollection<string>)standIn.Keys))],
    };
}
