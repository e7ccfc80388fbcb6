using Bpm.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Bpm.Host.Problems;

/// <summary>Refusals and errors as RFC 9457 problem documents: stable <c>code</c>, Chinese <c>detail</c>, <c>errors</c> by field.</summary>
public static class Problem
{
    /// <summary>The document of a refusal.</summary>
    public static IResult Of(Refusal refusal) =>
        Of(Status(refusal.Kind), refusal.Code, refusal.Message, refusal.Errors);

    /// <summary>A document with this status, code and text.</summary>
    public static IResult Of(int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var document = new ProblemDetails { Status = status, Title = Title(status), Detail = detail, Type = "about:blank" };
        document.Extensions["code"] = code;
        if (errors is { Count: > 0 })
            document.Extensions["errors"] = errors;
        return TypedResults.Problem(document);
    }

    /// <summary>The document of a bare status, such as an unknown route.</summary>
    public static IResult OfStatus(int status) => status switch
    {
        401 => Of(status, "SIGN-IN-REQUIRED", "请先登录后再操作。"),
        403 => Of(status, "NOT-ALLOWED", "您的角色没有此项权限，如确需办理请联系系统管理员。"),
        404 => Of(status, "NOT-FOUND", "没有这个地址，请核对。"),
        405 => Of(status, "METHOD-NOT-ALLOWED", "这个地址不支持此种请求方法。"),
        413 => Of(status, "BODY-TOO-LARGE", "提交的内容过大，请精简文字；图片和扫描件请用附件上传。"),
        415 => Of(status, "BODY-NOT-JSON", "请以 application/json 格式提交内容。"),
        _ => Of(status, $"HTTP-{status}", "请求没有成功，请稍后重试或联系系统管理员。"),
    };

    private static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Title(int status) => status switch
    {
        400 => "请求有误",
        401 => "需要登录",
        403 => "没有权限",
        404 => "没有找到",
        405 => "不支持的操作",
        409 => "状态冲突",
        413 => "内容过大",
        415 => "格式不支持",
        429 => "过于频繁",
        503 => "暂不可用",
        _ => "系统错误",
    };
}
