namespace Bpm.Engine.Incidents;

/// <summary>Root of everything the engine throws on purpose. Says which instance and which activity were concerned, where known.</summary>
public class WorkflowException : Exception
{
    public WorkflowException(string message, Exception? inner = null) : base(message, inner) { }

    /// <summary>Id of the instance, or null where no instance was involved.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Id of the activity as drawn, or null.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Path through containers and child workflows, for example <c>Workflow1:flow1:task1</c>, or null.</summary>
    public string? Path { get; init; }
}
