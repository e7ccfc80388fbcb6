using Bpm.Domain;

namespace Bpm.Application.Definitions;

/// <summary>The file is no Elsa definition, or asks for something that the engine does not run.</summary>
public sealed record DefinitionInvalid(string Text) : Refusal("DEFINITION-INVALID", Text, RefusalKind.Invalid);

/// <summary>The definition has faults that would hurt running cases.</summary>
public sealed record DefinitionRefused : Refusal
{
    public DefinitionRefused(IEnumerable<string> findings)
        : base("DEFINITION-REFUSED", "流程定义有错误，请按提示修改后再发布。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { ["definition"] = [.. findings] };
}

/// <summary>There is no such organisation.</summary>
public sealed record OrganisationUnknown(string Code)
    : Refusal("ORGANISATION-UNKNOWN", $"没有代码为“{Code}”的单位，请核对。", RefusalKind.Invalid);

/// <summary>The category's process is not published yet.</summary>
public sealed record ProcessNotPublished(string Category)
    : Refusal("PROCESS-NOT-PUBLISHED", $"类别“{Category}”的办理流程尚未发布，暂不能登记；请改选其他类别，或请流程管理员发布流程。", RefusalKind.Conflict);

/// <summary>There is no such definition or version in the caller's organisation.</summary>
public sealed record DefinitionNotFound(string Id)
    : Refusal("DEFINITION-NOT-FOUND", $"没有找到流程“{Id}”，可能已被删除；请刷新列表。", RefusalKind.NotFound);

/// <summary>Somebody else has saved since the editor read the definition.</summary>
public sealed record DefinitionChanged(string Who, string When)
    : Refusal("DEFINITION-CHANGED", $"{Who} 在 {When} 保存过这个流程，您的修改没有保存；您的图还在屏幕上，请选择以谁的为准。", RefusalKind.Conflict);

/// <summary>Another organisation has a definition of this id.</summary>
public sealed record DefinitionIdTaken(string Id)
    : Refusal("DEFINITION-ID-TAKEN", $"流程编号“{Id}”不能使用，请换一个编号。", RefusalKind.Conflict);

/// <summary>The drawing is larger than anybody can work with.</summary>
public sealed record DefinitionTooLarge(string Reason) : Refusal("DEFINITION-TOO-LARGE", Reason, RefusalKind.Invalid);

/// <summary>The draft is not the one any more whose publishing was asked for.</summary>
public sealed record PublicationOutdated()
    : Refusal("PUBLICATION-OUTDATED", "流程在申请发布之后又改过，或已经发布，不能按这次申请发布；请选“不予发布”，由申请人重新申请。", RefusalKind.Conflict);

/// <summary>Something still needs the definition or the version.</summary>
public sealed record DefinitionInUse(string Reason) : Refusal("DEFINITION-IN-USE", Reason, RefusalKind.Conflict);

/// <summary>A file of an import cannot be taken; nothing of the import was.</summary>
public sealed record ImportFileRefused : Refusal
{
    public ImportFileRefused(string file, string reason)
        : base("IMPORT-FILE-REFUSED", $"文件“{file}”：{reason} 本次导入没有保存任何内容。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [file] = [reason] };
}
