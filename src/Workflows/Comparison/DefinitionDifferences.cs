namespace Bpm.Workflows.Comparison;

/// <summary>What differs between two versions of a definition.</summary>
/// <param name="Added">Steps that are new.</param>
/// <param name="Removed">Steps that are gone.</param>
/// <param name="Changed">Steps that are other than they were.</param>
/// <param name="ConnectionsAdded">Connections that are new.</param>
/// <param name="ConnectionsRemoved">Connections that are gone.</param>
/// <param name="Settings">Name, variables, inputs, outputs, options of the workflow itself.</param>
/// <param name="Parts">Common parts of which another version is used.</param>
/// <param name="LayoutChanged">Does the drawing look different: places, sizes, order, bends of connections?</param>
public sealed record DefinitionDifferences(
    IReadOnlyList<StepChange> Added, IReadOnlyList<StepChange> Removed, IReadOnlyList<StepChange> Changed,
    IReadOnlyList<ConnectionChange> ConnectionsAdded, IReadOnlyList<ConnectionChange> ConnectionsRemoved,
    IReadOnlyList<ValueChange> Settings, IReadOnlyList<PinChange> Parts, bool LayoutChanged)
{
    /// <summary>Is what the workflow does the same? The versions of its common parts count.</summary>
    public bool SameContent =>
        Added.Count + Removed.Count + Changed.Count + ConnectionsAdded.Count + ConnectionsRemoved.Count + Settings.Count + Parts.Count == 0;

    /// <summary>Is the drawing's look all that differs?</summary>
    public bool LayoutOnly => SameContent && LayoutChanged;
}
