namespace Bpm.Workflows.Cases;

/// <summary>What a workflow does with a report.</summary>
public enum ReportAction
{
    /// <summary>Draws it up with the rows of this minute.</summary>
    Draft,

    /// <summary>Writes down that it was looked through.</summary>
    Confirm,

    /// <summary>Writes down that it was sent on.</summary>
    Send,
}
