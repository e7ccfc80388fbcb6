namespace Bpm.Engine.Execution;

/// <summary>Is the instance still alive? As in Elsa a faulted or cancelled instance counts as Finished.</summary>
public enum WorkflowStatus
{
    Running,
    Finished,
}
