using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Children;

/// <summary>An expression that sees, beside the variables around the node, the item of a list that a workflow is started for.</summary>
internal sealed class ItemCorrelation
{
    private const string Property = "correlationIdFunction";
    private readonly ActivityNode _place;
    private readonly Input<string?> _expression;

    private ItemCorrelation(ActivityNode place, Input<string?> expression) => (_place, _expression) = (place, expression);

    /// <summary>The node's expression; null where it has none.</summary>
    /// <param name="key">Name of the item: <c>getItem()</c> in scripts for <c>Item</c>.</param>
    public static ItemCorrelation? Read(NodeReader reader, string key)
    {
        if (!reader.TryGet(Property, out _)) return null;
        var node = reader.Node;
        // A place of its own with one variable, so that the item is seen here and nowhere else.
        var place = new ActivityNode(node.Index, node.Id, node.Path, node.Name, node.Type, node.Parent)
        {
            Variables = [new Variable($"{node.Path}#{key}", key, "Object", false, null)],
            VariableSlots = new() { [key] = 0 },
        };
        return new(place, reader.Within(new CompileScope(reader.Scope, place)).Input<string?>(Property));
    }

    /// <summary>Correlation id for an item, or null.</summary>
    public string? Of(ActivityContext c, object? item)
    {
        var context = new ActivityContext(c.Instance, _place, c.ActivityInstanceId, c.Parent);
        context.Slots![0] = item;
        return _expression.Get(context) is { Length: > 0 } id ? id : null;
    }
}
