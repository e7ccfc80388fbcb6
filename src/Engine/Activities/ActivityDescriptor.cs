namespace Bpm.Engine.Activities;

/// <summary>What the designer shows of an activity type. All texts are Chinese.</summary>
/// <param name="TypeName">For example <c>Elsa.FlowDecision</c>.</param>
/// <param name="Category">Group in the palette.</param>
/// <param name="DisplayName">Label in the palette.</param>
/// <param name="Description">One sentence.</param>
public sealed record ActivityDescriptor(string TypeName, string Category, string DisplayName, string Description)
{
    /// <summary>The part of the type name before its last dot.</summary>
    public string Namespace => TypeName.LastIndexOf('.') is > 0 and var i ? TypeName[..i] : "";

    /// <summary>The part of the type name after its last dot; seeds the names of new nodes.</summary>
    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];

    /// <summary>Version of the type; nodes of any version are read alike.</summary>
    public int Version { get; init; } = 1;

    public ActivityKind Kind { get; init; } = ActivityKind.Action;
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Outcomes and embedded children known from the type alone; none means the single outcome <c>Done</c>.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Does it hold other activities?</summary>
    public bool IsContainer { get; init; }

    /// <summary>Is it offered in the palette?</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Drawn without an entry.</summary>
    public bool IsStart { get; init; }

    /// <summary>Ends its flowchart and has no outcomes.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>What the designer wants to know of the type beyond the rest, by Elsa's names.</summary>
    public IReadOnlyDictionary<string, object> CustomProperties { get; init; } = new Dictionary<string, object>();

    /// <summary>Properties that the designer writes on each new node.</summary>
    public IReadOnlyDictionary<string, object> ConstructionProperties { get; init; } = new Dictionary<string, object>();
}
