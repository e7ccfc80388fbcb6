namespace Bpm.Workflows.Checks;

/// <summary>One thing that is looked at before a definition is published.</summary>
internal interface ICheck
{
    /// <summary>Everything wrong in one definition.</summary>
    IEnumerable<Finding> Run(Checked definition);
}
