namespace Bpm.Application.Reports;

/// <summary>Who was called back, and what they said.</summary>
public sealed record ReportContact(string? Customer, string? Phone, string? Note);
