using Bpm.Domain;

namespace Bpm.Application.Complaints;

/// <summary>The case has no such file.</summary>
public sealed record AttachmentNotFound() : Refusal("ATTACHMENT-NOT-FOUND", "没有找到这个附件，请刷新后再试。", RefusalKind.NotFound);
