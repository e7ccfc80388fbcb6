using Bpm.Domain;

namespace Bpm.Application.Outages;

/// <summary>There is no such outage in the caller's organisation.</summary>
public sealed record OutageNotFound() : Refusal("OUTAGE-NOT-FOUND", "没有找到这条停水通告，请刷新页面。", RefusalKind.NotFound);
