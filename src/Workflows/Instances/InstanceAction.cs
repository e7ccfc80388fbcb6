using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Workflows.Instances;

/// <summary>Something that is done to an existing instance, in one burst: resume a bookmark, cancel, retry.</summary>
/// <param name="runner">Runs it.</param>
/// <param name="graph">The graph of the instance's version.</param>
/// <param name="instance">As it was just loaded.</param>
/// <param name="host">Host object of the burst: a case's scope, or <see cref="InstanceScope"/>.</param>
/// <returns>The burst; one that changed nothing where there was nothing to do.</returns>
public delegate Burst InstanceAction(WorkflowRunner runner, WorkflowGraph graph, WorkflowInstance instance, object host);
