using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>A task that waits for its outcome.</summary>
/// <param name="Step">Step code.</param>
/// <param name="Occurrence">1 for the first time that this driver meets the step.</param>
/// <param name="Outcomes">The outcomes to choose from.</param>
/// <param name="Task">The task as the API shows it.</param>
public sealed record Turn(string Step, int Occurrence, IReadOnlyList<string> Outcomes, JsonNode Task);
