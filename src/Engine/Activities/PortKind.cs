namespace Bpm.Engine.Activities;

/// <summary>Kind of a port.</summary>
public enum PortKind
{
    /// <summary>An outcome: where a connection starts.</summary>
    Flow,

    /// <summary>A property of the node that holds another activity.</summary>
    Embedded,
}
