using Bpm.Engine.Definitions;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Comparison;

/// <summary>
/// Compares two versions of a definition. Steps are told by the ids of their activities and connections by their ends, never by their place
/// in a list. Pure.
/// </summary>
public sealed class DefinitionComparison
{
    private readonly DrawnDefinition _old;
    private readonly DrawnDefinition _new;
    private readonly StepLabels _labels;
    private readonly Dictionary<string, DrawnActivity> _before;
    private readonly Dictionary<string, DrawnActivity> _after;

    private DefinitionComparison(WorkflowDefinition older, WorkflowDefinition newer, StepLabels labels)
    {
        (_old, _new, _labels) = (DrawnDefinition.Of(older), DrawnDefinition.Of(newer), labels);
        (_before, _after) = (StepKeys.Of(_old), StepKeys.Of(_new));
    }

    /// <summary>What differs between an older and a newer version.</summary>
    public static DefinitionDifferences Of(WorkflowDefinition older, WorkflowDefinition newer, StepLabels labels) =>
        new DefinitionComparison(older, newer, labels).Run();

    private DefinitionDifferences Run()
    {
        var both = _after.Where(step => _before.ContainsKey(step.Key)).Select(step => (Key: step.Key, Old: _before[step.Key], New: step.Value)).ToList();
        return new(
            [.. _after.Where(step => !_before.ContainsKey(step.Key)).Select(step => Whole(step.Value, isNew: true))],
            [.. _before.Where(step => !_after.ContainsKey(step.Key)).Select(step => Whole(step.Value, isNew: false))],
            [.. both.Select(step => Change(step.Old, step.New)).Where(change => change.Values.Count > 0)],
            [.. Except(_new, _old)],
            [.. Except(_old, _new)],
            [.. Differences(
                WorkflowSettings.Of(_old.Definition), WorkflowSettings.Of(_new.Definition), (property, setting) => new ValueChange(property, setting.Label, null, setting.Text),
                (change, old) => change with { Old = old.Text }, (property, old) => new ValueChange(property, old.Label, old.Text, null))],
            [.. both.Select(step => Pin(step.Old, step.New)).OfType<PinChange>()],
            !DrawnLayout.Of(_old).Equals(DrawnLayout.Of(_new)));
    }

    private StepChange Whole(DrawnActivity step, bool isNew) => new(
        step.Path, step.Id, step.Name, _labels.Kind(step.Type),
        [.. StepValues.Of(step, _labels).Where(value => value.Key is not ("displayText" or "name" or "version"))
            .Select(value => new ValueChange(value.Key, _labels.Property(step.Type, value.Key), isNew ? null : value.Value, isNew ? value.Value : null))]);

    private StepChange Change(DrawnActivity before, DrawnActivity after)
    {
        var values = new List<ValueChange>();
        if (before.Type != after.Type)
            values.Add(new("type", _labels.Property(after.Type, "type"), _labels.Kind(before.Type), _labels.Kind(after.Type)));
        if (Place(_old, before) is var from && Place(_new, after) is var to && from != to)
            values.Add(new("container", _labels.Property(after.Type, "container"), from, to));
        values.AddRange(Differences(
            StepValues.Of(before, _labels), StepValues.Of(after, _labels), (property, text) => new ValueChange(property, Label(property), null, text),
            (change, old) => change with { Old = old }, (property, old) => new ValueChange(property, Label(property), old, null)));
        return new(after.Path, after.Id, after.Name, _labels.Kind(after.Type), values);

        string Label(string property) => _labels.Property(after.Type, property);
    }

    // The outermost flowchart has no name of its own, and its id may change.
    private static string Place(DrawnDefinition drawn, DrawnActivity step) =>
        drawn.Find(step.Parent) is not { } holder ? "" : drawn.Find(holder.Parent) is null ? "流程图" : $"“{holder.Name}”（{step.Slot}）";

    private static PinChange? Pin(DrawnActivity before, DrawnActivity after)
    {
        var (from, to) = (DrawnJson.Text(before.Json, "workflowDefinitionVersionId"), DrawnJson.Text(after.Json, "workflowDefinitionVersionId"));
        return from != to && DrawnJson.Text(after.Json, "workflowDefinitionId") is { } part ? new(after.Id, after.Name, part, from, to) : null;
    }

    private IEnumerable<ConnectionChange> Except(DrawnDefinition these, DrawnDefinition those)
    {
        var known = those.Connections.Select(Ends).ToHashSet();
        var names = (these == _new ? _after : _before).Values.ToLookup(step => step.Id);
        return these.Connections.Where(connection => !known.Contains(Ends(connection))).DistinctBy(Ends).Select(connection => new ConnectionChange(
            connection.Source, connection.Port, connection.Target, Name(connection.Source),
            names[connection.Source].FirstOrDefault() is { } source ? _labels.Port(source.Type, connection.Port) : connection.Port, Name(connection.Target)));

        string Name(string id) => names[id].FirstOrDefault()?.Name ?? id;
    }

    private static (string, string, string, string) Ends(DrawnConnection connection) => (connection.Source, connection.Port, connection.Target, connection.TargetPort);

    private static IEnumerable<ValueChange> Differences<T>(
        SortedDictionary<string, T> before, SortedDictionary<string, T> after, Func<string, T, ValueChange> added, Func<ValueChange, T, ValueChange> changed,
        Func<string, T, ValueChange> removed)
        where T : notnull
    {
        foreach (var (property, value) in after)
        {
            if (!before.TryGetValue(property, out var old))
                yield return added(property, value);
            else if (!old.Equals(value))
                yield return changed(added(property, value), old);
        }

        foreach (var (property, value) in before.Where(value => !after.ContainsKey(value.Key)))
            yield return removed(property, value);
    }
}
