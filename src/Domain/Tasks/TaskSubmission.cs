using System.Text.Json;

namespace Bpm.Domain.Tasks;

/// <summary>A wish to complete a task.</summary>
/// <param name="Values">Form fields by name; null means none.</param>
public sealed record TaskSubmission(string? Outcome, IReadOnlyDictionary<string, JsonElement>? Values = null, string? Comment = null);
