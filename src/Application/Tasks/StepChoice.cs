namespace Bpm.Application.Tasks;

/// <summary>A step by which task lists can be narrowed.</summary>
/// <param name="Code">What <see cref="ListTasks.Steps"/> takes.</param>
/// <param name="Title">Chinese, as the published workflows call it.</param>
public sealed record StepChoice(string Code, string Title);
