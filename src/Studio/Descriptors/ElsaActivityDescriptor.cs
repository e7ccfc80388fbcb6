using Bpm.Engine.Activities;

namespace Bpm.Studio.Descriptors;

/// <summary>An activity as the designer reads it.</summary>
public sealed record ElsaActivityDescriptor(
    string TypeName, string Namespace, string Name, int Version, string Category, string DisplayName, string Description,
    IReadOnlyList<ElsaInputDescriptor> Inputs, IReadOnlyList<ElsaOutputDescriptor> Outputs, ActivityKind Kind, IReadOnlyList<ElsaPort> Ports,
    IReadOnlyDictionary<string, object> CustomProperties, IReadOnlyDictionary<string, object> ConstructionProperties,
    bool IsContainer, bool IsBrowsable, bool IsStart, bool IsTerminal);
