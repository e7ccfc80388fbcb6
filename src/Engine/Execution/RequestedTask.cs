namespace Bpm.Engine.Execution;

/// <summary>Work that the activity RunTask asks somebody outside for. Whoever did it resumes <see cref="Bookmarks.Stimulus.RunTask"/> with the task's id.</summary>
/// <param name="TaskId">Unique; payload of the bookmark.</param>
/// <param name="TaskName">What is to be done, as drawn.</param>
/// <param name="Payload">Values by name: null, text, number, bool, moment, list or dictionary.</param>
public sealed record RequestedTask(string TaskId, string TaskName, IReadOnlyDictionary<string, object?> Payload);
