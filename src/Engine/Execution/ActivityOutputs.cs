using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Execution;

/// <summary>
/// What activities put out in this burst, for the script functions <c>getOutputFrom</c>, <c>getLastResult</c> and <c>get…From…</c>. As in
/// Elsa it does not outlive the burst: what is needed after a wait belongs into a variable.
/// </summary>
internal sealed class ActivityOutputs(WorkflowGraph graph)
{
    private const string Result = "Result";
    private readonly Dictionary<(ActivityNode Node, string Output), object?> _values = [];

    /// <summary>The last value that an output of the name Result got.</summary>
    public object? LastResult { get; private set; }

    public void Add(ActivityNode node, string output, object? value)
    {
        _values[(node, output)] = value;
        if (output == Result) LastResult = value;
    }

    /// <summary>
    /// Arguments: id or name of an activity and, unless it is Result, the name of its output; or null and the name of an accessor.
    /// Null where it put out nothing yet.
    /// </summary>
    public object? Find(object?[] arguments)
    {
        if (arguments is [null, string accessor]) return Find((node, output) => Accessor(node, output) == accessor);
        if (arguments is not [string activity, ..]) throw new ActivityFaultException("getOutputFrom 的第一个参数应是活动的 id 或名称。");
        if (!graph.Nodes.Any(n => n.Id == activity || n.Name == activity))
            throw new ActivityFaultException($"流程中没有活动 “{activity}”。{DidYouMean.Clause(activity, graph.Nodes.Select(n => n.Name))}");
        var wanted = arguments.Length > 1 && arguments[1] is string name ? name : Result;
        return Find((node, output) => output == wanted && (node.Id == activity || node.Name == activity));
    }

    /// <summary>Could this be the name of an accessor such as <c>getResultFromEvent1</c>?</summary>
    public static bool IsAccessor(string name) => name.StartsWith("get", StringComparison.Ordinal) && name.IndexOf("From", 4, StringComparison.Ordinal) > 0;

    /// <summary>The accessor's name of an activity's output.</summary>
    public static string Accessor(ActivityNode node, string output) => $"get{output}From{ScriptAccessors.Pascal(node.Name)}";

    private object? Find(Func<ActivityNode, string, bool> fits)
    {
        foreach (var ((node, output), value) in _values)
            if (fits(node, output)) return value;
        return null;
    }
}
