using System.Text.Json;
using Bpm.Application.Descriptors;
using Bpm.Engine.Activities;

namespace Bpm.Studio.Descriptors;

/// <summary>Puts descriptors into the shape that the designer reads.</summary>
public static class ElsaDescriptors
{
    private const string CheckListHint = "checklist";

    /// <summary>One activity with the options of all its inputs.</summary>
    public static ElsaActivityDescriptor Of(ActivityDescriptor activity, ActivityDescriptorSet set)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(set);
        var isChild = activity.CustomProperties.Count > 0;
        return new(
            activity.TypeName, activity.Namespace, activity.Name, activity.Version, activity.Category, activity.DisplayName, activity.Description,
            [.. activity.Inputs.Select((input, order) => Input(input, order, isChild, Specifications(input, input.Picker is null ? null : set.OptionsOf(activity.TypeName, input))))],
            [.. activity.Outputs.Select((output, order) => new ElsaOutputDescriptor(output.Name, output.TypeName, output.DisplayName, output.Description, order, true, isChild))],
            activity.Kind, Ports(activity), activity.CustomProperties, activity.ConstructionProperties, activity.IsContainer, activity.IsBrowsable, activity.IsStart, activity.IsTerminal);
    }

    /// <summary>The options of an input's editor.</summary>
    /// <param name="options">Of the organisation's list; null where it has none.</param>
    public static IReadOnlyDictionary<string, object> Specifications(InputDescriptor input, IReadOnlyList<PickerOption>? options)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (options is null)
            return input.UISpecifications;
        (string, string)[] items = [.. options.Select(option => (option.Value, option.Text))];
        if (input.UIHint != CheckListHint)
            return Refreshing(DropDown.Of(items), input.DependsOn.Count > 0);
        // A list of ticks stores those alone that it shows: it asks for the node's own before it is drawn.
        return Refreshing(CheckList.Of(items), true);
    }

    private static IReadOnlyDictionary<string, object> Refreshing(IReadOnlyDictionary<string, object> specifications, bool refresh) =>
        refresh ? new Dictionary<string, object>(specifications) { ["Refresh"] = true } : specifications;

    private static ElsaInputDescriptor Input(InputDescriptor input, int order, bool isChild, IReadOnlyDictionary<string, object> specifications) => new(
        input.Name, input.TypeName, input.DisplayName, input.Description, order, true, isChild, input.IsWrapped, input.UIHint, null, Default(input),
        input.DefaultSyntax, false, input.IsSensitive, null, specifications);

    // Editors of lists read JSON text.
    private static object? Default(InputDescriptor input) =>
        input.DefaultValue is System.Collections.IEnumerable and not string ? JsonSerializer.Serialize(input.DefaultValue) : input.DefaultValue;

    private static ElsaPort[] Ports(ActivityDescriptor activity)
    {
        ElsaPort[] ports = [.. activity.Ports.Select(port => new ElsaPort(port.Name, port.DisplayName, port.Kind, port.IsBrowsable))];
        var hasOutcomes = activity.IsTerminal || ports.Any(port => port.Type == PortKind.Flow) || activity.Inputs.Any(input => input.UIHint == "dynamic-outcomes");
        return hasOutcomes ? ports : [.. ports, new("Done", "完成", PortKind.Flow, true)];
    }
}
