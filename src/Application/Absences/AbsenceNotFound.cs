using Bpm.Domain;

namespace Bpm.Application.Absences;

/// <summary>There is no such absence, or it is not the caller's to change.</summary>
public sealed record AbsenceNotFound() : Refusal("ABSENCE-NOT-FOUND", "没有找到这条外出登记，请刷新页面。", RefusalKind.NotFound);
