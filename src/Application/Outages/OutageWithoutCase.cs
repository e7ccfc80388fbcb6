using Bpm.Domain;

namespace Bpm.Application.Outages;

/// <summary>Nothing can be merged into an outage whose main case is missing or not the caller's to read.</summary>
public sealed record OutageWithoutCase() : Refusal("OUTAGE-WITHOUT-CASE", "该停水通告没有可并入的主案件，请改为单独登记。", RefusalKind.Conflict);
