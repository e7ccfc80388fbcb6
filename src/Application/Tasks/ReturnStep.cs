namespace Bpm.Application.Tasks;

/// <summary>A step to which a task can be sent back.</summary>
/// <param name="Step">Step code.</param>
/// <param name="Title">Name of the task.</param>
/// <param name="DoneBy">User name of who did it last.</param>
/// <param name="DoneAt">When, with the organisation's offset.</param>
public sealed record ReturnStep(string Step, string Title, string DoneBy, DateTimeOffset DoneAt);
