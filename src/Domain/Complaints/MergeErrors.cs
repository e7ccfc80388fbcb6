namespace Bpm.Domain.Complaints;

/// <summary>A case cannot be merged into itself.</summary>
public sealed record MergeIntoItself() : Refusal("MERGE-INTO-ITSELF", "案件不能并入自己，请填写另一个案件的编号。", RefusalKind.Invalid);

/// <summary>The case has been merged already.</summary>
public sealed record AlreadyMerged(string Into) : Refusal("MERGE-ALREADY-MERGED", $"该案件已并入 {Into}，不能再并案。", RefusalKind.Conflict);

/// <summary>The main case has itself been merged.</summary>
public sealed record MergeIntoMerged(string Into) : Refusal("MERGE-INTO-MERGED", $"主案件已并入 {Into}，请直接并入 {Into}。", RefusalKind.Conflict);

/// <summary>The main case is closed.</summary>
public sealed record MergeIntoClosed() : Refusal("MERGE-INTO-CLOSED", "主案件已办结，不能再并入；请改用关联。", RefusalKind.Conflict);

/// <summary>The cases are of different categories.</summary>
public sealed record MergeCategoriesDiffer()
    : Refusal("MERGE-CATEGORIES-DIFFER", "两个案件的类别不同，不能并案；请先更正类别，或改用关联。", RefusalKind.Conflict);

/// <summary>One case is kept more secret than the other.</summary>
public sealed record MergeConfidentialityDiffers()
    : Refusal("MERGE-CONFIDENTIALITY-DIFFERS", "两个案件的保密级别不同，不能并案。", RefusalKind.Conflict);
