namespace Bpm.Domain.Tasks;

/// <summary>What an accepted submission did to a task.</summary>
public enum TaskProgress
{
    /// <summary>The task is completed; its outcome moves the process on.</summary>
    Completed,

    /// <summary>A delegate's opinion went back to the owner, who still has to complete the task.</summary>
    ReturnedToOwner,
}
