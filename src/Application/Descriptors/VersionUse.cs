using Bpm.Engine.Activities;

namespace Bpm.Application.Descriptors;

/// <summary>What one stored version tells the designer.</summary>
/// <param name="Self">The version as an activity.</param>
/// <param name="IsUsable">Does it want to be one?</param>
/// <param name="Nodes">Types that it uses.</param>
/// <param name="Values">Fixed values of its inputs with a list: type, input, value.</param>
/// <param name="Steps">Steps of its human tasks, with a title.</param>
internal sealed record VersionUse(
    ActivityDescriptor Self, bool IsUsable, IReadOnlyCollection<NodeUse> Nodes, IReadOnlyCollection<(string TypeName, string Input, string Value)> Values,
    IReadOnlyCollection<PickerOption> Steps);
