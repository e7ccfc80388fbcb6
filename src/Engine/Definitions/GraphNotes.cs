using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Definitions;

/// <summary>What scripts turn out to need of the whole graph while it is compiled.</summary>
internal sealed class GraphNotes
{
    private readonly List<(ActivityNode Node, string Accessor)> _accessors = [];

    /// <summary>Does a script read outputs of activities? Then a burst has to remember them.</summary>
    public bool ReadsOutputs { get; set; }

    /// <summary>The activity that is being compiled.</summary>
    public ActivityNode Node { get; set; } = null!;

    /// <summary>Declares an accessor of an activity's output in a script. Whether there is such an activity shows once all are compiled.</summary>
    public string OutputAccessor(string name)
    {
        ReadsOutputs = true;
        _accessors.Add((Node, name));
        return $"var {name}=function(){{return getOutputFrom(null,{JsonValues.Text(name)})}};";
    }

    /// <summary>Errors for accessors that stand for nothing.</summary>
    public IEnumerable<DefinitionError> UnknownAccessors(IReadOnlyList<ActivityNode> nodes)
    {
        if (_accessors.Count == 0) return [];
        var known = nodes.Where(n => n.Activity is not null)
            .SelectMany(n => n.Activity.OutputNames.Select(output => ActivityOutputs.Accessor(n, output))).ToHashSet(StringComparer.Ordinal);
        return _accessors.Where(a => !known.Contains(a.Accessor)).Select(a => new DefinitionError(
            a.Node.Path, a.Node.Id, $"脚本用到了不存在的名称 “{a.Accessor}”。{DidYouMean.Clause(a.Accessor, known)}"));
    }
}
