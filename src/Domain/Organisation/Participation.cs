namespace Bpm.Domain.Organisation;

/// <summary>Which tasks of a case let their people read it.</summary>
public enum Participation
{
    /// <summary>Only a task that one holds or may claim now.</summary>
    ActiveTasks,

    /// <summary>Any task that one is or was a candidate or holder of.</summary>
    AllTasks,
}
