namespace Bpm.Workflows.Checks;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Runs, but can hardly be meant.</summary>
    Warning,

    /// <summary>Must not be published.</summary>
    Error,
}
