namespace Bpm.Application.Tasks;

/// <summary>The order of a task list.</summary>
public enum TaskOrder
{
    /// <summary>The scope's own: the soonest due first; what is done or copied, the latest first.</summary>
    Due,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The oldest first.</summary>
    Oldest,
}
