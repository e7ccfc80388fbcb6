using Bpm.Domain;

namespace Bpm.Application.Complaints;

/// <summary>The process of the case has no part that decides on disclosures.</summary>
public sealed record DisclosureNotForeseen()
    : Refusal("DISCLOSURE-NOT-FORESEEN", "该案件的流程没有“对外提供授权”环节，不能提出申请。", RefusalKind.Conflict);
