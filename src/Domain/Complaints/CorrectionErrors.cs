namespace Bpm.Domain.Complaints;

/// <summary>Everything that the correction says is so already.</summary>
public sealed record CorrectionEmpty()
    : Refusal("CORRECTION-EMPTY", "没有要更正的内容：类别、类型和属性与现在的相同，请核对。", RefusalKind.Invalid);

/// <summary>The other category is kept less secret, or its texts are kept otherwise.</summary>
public sealed record CorrectionConfidentiality()
    : Refusal("CORRECTION-CONFIDENTIALITY", "不能更正为保密要求不同的类别；请另行登记案件，并与本案关联。", RefusalKind.Conflict);

/// <summary>A letter's process is the channel's; a correction cannot lead out of it or into it.</summary>
public sealed record CorrectionOfLetter()
    : Refusal("CORRECTION-OF-LETTER", "信函、网帖案件与其他案件的办理流程不同，不能互相更正；请另行登记案件，并与本案关联。", RefusalKind.Conflict);
