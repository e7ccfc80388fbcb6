namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>A drawn connection. Activities are positions in the order of the file.</summary>
/// <param name="Port">Outcome of the source that follows it.</param>
internal readonly record struct FlowConnection(int Source, string Port, int Target);
