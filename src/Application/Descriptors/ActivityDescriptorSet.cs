using Bpm.Engine.Activities;

namespace Bpm.Application.Descriptors;

/// <summary>All that the designer of one organisation offers and draws. Immutable; another set has another tag.</summary>
/// <param name="Tag">Tells sets apart, over restarts too.</param>
/// <param name="Activities">One for each type and version, those offered first.</param>
public sealed record ActivityDescriptorSet(string Tag, IReadOnlyList<ActivityDescriptor> Activities)
{
    /// <summary>The organisation's lists.</summary>
    public required PickerLists Lists { get; init; }

    /// <summary>Fixed values that definitions have.</summary>
    public required ILookup<(string TypeName, string Input), string> ValuesInUse { get; init; }

    /// <summary>The options of an input's editor: the list, then what definitions have beyond it, so that nothing that is chosen is lost.</summary>
    /// <param name="typeName">Of the activity.</param>
    /// <param name="form">The form that the node names; null where it names none.</param>
    /// <param name="chosen">What the node has.</param>
    public IReadOnlyList<PickerOption> OptionsOf(string typeName, InputDescriptor input, string? form = null, IReadOnlyList<string>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Picker is not { } picker)
            return [];
        var options = Lists.Of(picker, form);
        // Where the list depends on the node, what other nodes have is none of its business.
        var others = input.DependsOn.Count > 0 && form is not null ? [] : ValuesInUse[(typeName, input.Name)];
        var known = options.Select(option => option.Value).ToHashSet();
        return [.. options, .. others.Concat(chosen ?? []).Where(known.Add).Select(value => new PickerOption(value, value))];
    }
}
