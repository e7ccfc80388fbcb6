using Bpm.Domain;

namespace Bpm.Application.Pipeline;

/// <summary>Fields of the request are missing or malformed.</summary>
public sealed record InvalidRequest : Refusal
{
    public InvalidRequest(IReadOnlyDictionary<string, string[]> errors)
        : base("REQUEST-INVALID", "提交的内容有误，请按各字段的提示修改后重新提交。", RefusalKind.Invalid) => Errors = errors;

    public InvalidRequest(string field, string message)
        : this(new Dictionary<string, string[]> { [field] = [message] })
    {
    }
}
