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
