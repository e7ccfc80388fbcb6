using Bpm.Engine.Definitions;

namespace Bpm.Engine.Execution;

/// <summary>A node waiting for its turn in the burst.</summary>
/// <param name="Parent">The container's run; null for the workflow itself.</param>
/// <param name="Tag">The container's mark for the run to come.</param>
internal readonly record struct WorkItem(ActivityNode Node, ActivityContext? Parent, int Tag);
