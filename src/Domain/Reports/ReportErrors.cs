namespace Bpm.Domain.Reports;

/// <summary>The organisation draws up no such report.</summary>
public sealed record ReportNotFound(IEnumerable<string> Known)
    : Refusal("REPORT-NOT-FOUND", $"没有这个报表，可用：{string.Join('、', Known)}。", RefusalKind.NotFound);
