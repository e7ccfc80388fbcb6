namespace Bpm.Application.Tasks;

/// <summary>How many tasks each list of a person has; null for a list that was not asked for.</summary>
public sealed record TaskCounts(int? Mine, int? Available, int? Started, int? Copied, int? Done)
{
    /// <summary>The number of one list; null where it was not asked for.</summary>
    public int? Of(TaskScope scope) => scope switch
    {
        TaskScope.Mine => Mine,
        TaskScope.Available => Available,
        TaskScope.Started => Started,
        TaskScope.Copied => Copied,
        TaskScope.Done => Done,
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
