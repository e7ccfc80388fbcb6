namespace Bpm.Workflows.Cases;

/// <summary>Something to do with a report in the burst's transaction; a burst sees its own case only, a report is about all of them.</summary>
/// <param name="Code">The report's code.</param>
public sealed record ReportRequest(ReportAction Action, string Code);
