namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>By which rules the flowcharts of a workflow are run; the definition's <c>Flowchart:ExecutionMode</c>.</summary>
public enum FlowchartMode
{
    /// <summary>Counts every connection, followed or not, so that a join knows of dead paths. The default.</summary>
    CounterBased,

    /// <summary>A token for each followed connection; each activity's merge mode says when it runs.</summary>
    TokenBased,
}
