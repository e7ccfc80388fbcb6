namespace Bpm.Application.Instances;

/// <summary>Which instances of an organisation are wanted; what is null does not count.</summary>
/// <param name="Running">True for running ones, false for finished ones.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">From 1.</param>
public sealed record InstanceFilter(string Organisation, string? DefinitionId, string? CorrelationId, bool? Running, int Page, int PageSize);
