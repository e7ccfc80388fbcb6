using System.Text.Json;
using Bpm.Engine.Storage;
using Bpm.Web.Frame;
using Microsoft.AspNetCore.Diagnostics;

namespace Bpm.Host.Problems;

/// <summary>Turns what no use case answered into a problem document: a body that is no JSON, one that is too large, a fault of the program.</summary>
public sealed class UnhandledErrors(ILogger<UnhandledErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var document = Document(exception);
        if (StatusDocument.Suits(httpContext.Request))
            await StatusDocument.SendAsync(httpContext, (document as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status500InternalServerError);
        else
            await document.ExecuteAsync(httpContext);
        return true;
    }

    private IResult Document(Exception exception)
    {
        if (exception is not BadHttpRequestException bad)
        {
            Log.Unhandled(logger, exception);
            if (exception is InvalidStateException)
                return Problem.Of(500, "WORKFLOW-STATE-UNREADABLE", "该件的流程状态已损坏，暂时无法办理；请联系系统管理员从备份恢复。其他件不受影响。");
            return Problem.Of(500, "INTERNAL-ERROR", "系统内部出错，本次操作没有保存；请稍后重试，仍不成功请联系系统管理员。");
        }

        if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return Problem.Of(413, "BODY-TOO-LARGE", "提交的内容过大，请精简文字；图片和扫描件请用附件上传。");
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return Problem.Of(415, "BODY-NOT-JSON", "请以 application/json 格式提交内容。");
        if (bad.InnerException is JsonException { Path: { Length: > 2 } path })
        {
            var field = path[2..];
            return Problem.Of(400, "REQUEST-INVALID", $"字段 {field} 的格式不正确，请检查后重新提交；时间须写成 2026-09-30T16:00:00+08:00。",
                new Dictionary<string, string[]> { [field] = ["格式不正确。"] });
        }

        return Problem.Of(bad.StatusCode, "REQUEST-INVALID", "提交的内容不是有效的 JSON 或参数格式不正确，请检查后重新提交。");
    }
}
