using Bpm.Domain;

namespace Bpm.Studio.Definitions;

/// <summary>The definition is not published yet: a second person has been asked.</summary>
/// <param name="Number">Of the request.</param>
internal sealed record PublicationWaits(string Number)
    : Refusal("PUBLICATION-WAITS", $"已提交发布审批（{Number}），由另一人批准后生效；现在用的还是原来的版本。", RefusalKind.Conflict);
