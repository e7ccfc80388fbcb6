namespace Bpm.Application.Instances.Incidents;

/// <summary>What became of one of many.</summary>
/// <param name="IsDone">False where it stays as it was.</param>
/// <param name="Code">Of the refusal; null where it was done.</param>
/// <param name="Text">Chinese: what became of it.</param>
public sealed record MendOutcome(string InstanceId, int? ActivityInstanceId, bool IsDone, string? Code, string Text);
