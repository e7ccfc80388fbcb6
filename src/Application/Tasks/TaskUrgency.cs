namespace Bpm.Application.Tasks;

/// <summary>How pressing a task is that is not ended.</summary>
public enum TaskUrgency
{
    /// <summary>Time is left, or it is never due.</summary>
    Calm,

    /// <summary>No more than <see cref="TaskFilter.SoonWithin"/> is left.</summary>
    Soon,

    /// <summary>The due time has passed.</summary>
    Overdue,
}
