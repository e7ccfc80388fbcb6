namespace Bpm.Engine.Activities;

/// <summary>A type of activity: what the designer shows, and how a node of it is compiled.</summary>
/// <param name="Descriptor">What the designer shows.</param>
/// <param name="Compile">Makes the compiled activity of one node. Throws through <see cref="NodeReader.Error"/> where the node is wrong.</param>
public sealed record ActivityType(ActivityDescriptor Descriptor, Func<NodeReader, Activity> Compile)
{
    /// <summary>For example <c>Elsa.FlowDecision</c>.</summary>
    public string Name => Descriptor.TypeName;

    /// <summary>Outcomes known from the type alone: the descriptor's Flow ports, <c>Done</c> where it names none, nothing for a terminal type.</summary>
    public IReadOnlyList<string> Ports { get; } = PortsOf(Descriptor);

    private static string[] PortsOf(ActivityDescriptor descriptor)
    {
        var ports = descriptor.Ports.Where(p => p.Kind == PortKind.Flow).Select(p => p.Name).ToArray();
        return ports.Length > 0 ? ports : descriptor.IsTerminal ? [] : ["Done"];
    }
}
