namespace Bpm.Application.Tasks;

/// <summary>The task lists of a person.</summary>
public enum TaskScope
{
    /// <summary>Assigned to the caller and not ended.</summary>
    Mine,

    /// <summary>Open, the caller is a candidate and not excluded.</summary>
    Available,

    /// <summary>Not ended, of cases that the caller registered.</summary>
    Started,

    /// <summary>Copied to the caller (抄送).</summary>
    Copied,

    /// <summary>Completed by the caller, the latest first.</summary>
    Done,
}
