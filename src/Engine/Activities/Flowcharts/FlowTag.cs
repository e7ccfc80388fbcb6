namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>A flowchart's mark on a child's run; stored with it.</summary>
[Flags]
internal enum FlowTag
{
    None = 0,

    /// <summary>Reached by a connection that goes back.</summary>
    Backward = 1,

    /// <summary>Won by the first branch that came: the others are over once it starts.</summary>
    Race = 2,
}
