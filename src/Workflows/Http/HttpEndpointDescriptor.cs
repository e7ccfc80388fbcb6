using Bpm.Engine.Activities;

namespace Bpm.Workflows.Http;

/// <summary>What the designer shows of <see cref="HttpEndpoint"/>.</summary>
internal static class HttpEndpointDescriptor
{
    public static ActivityDescriptor Descriptor { get; } = new(HttpEndpoint.TypeName, HttpInputs.Category, "HTTP 入口", "等待一个地址（/workflows/ 之下）收到请求；也可作为流程的起点。")
    {
        Kind = ActivityKind.Trigger,
        Inputs =
        [
            new("Path", "String", "路径", "/workflows/ 之后的部分，例如 orders/{id}；花括号内是路径参数。"),
            new("SupportedMethods", "String[]", "请求方法", "接受哪些方法。")
            {
                UIHint = "checklist",
                DefaultValue = HttpEndpoint.DefaultMethods,
                UISpecifications = HttpInputs.Ticks("GET", "POST", "PUT", "HEAD", "DELETE", "PATCH"),
            },
            Tick("Authorize", "须本人登录", "只接受登录人员的请求；不勾选时，持有签名链接的外部系统也可调用。匿名请求一律拒绝。"),
            new("Policy", "String", "权限", "登录人员须有的权限名，例如 Administer；只在“须本人登录”时有效。"),
            new("RequestTimeout", "TimeSpan", "处理时限", "不起作用：一次运行有自己的上限。"),
            new("RequestSizeLimit", "Int64", "请求大小上限", "字节数；不能超过系统设置 Http:RequestLimit。"),
            new("FileSizeLimit", "Int64", "文件大小上限", "不起作用：不接收文件。"),
            Texts("AllowedFileExtensions", "允许的扩展名"),
            Texts("BlockedFileExtensions", "禁止的扩展名"),
            Texts("AllowedMimeTypes", "允许的文件类型"),
            Expose("ExposeRequestTooLargeOutcome", "请求过大时走单独的出口", ""),
            Expose("ExposeFileTooLargeOutcome", "文件过大时走单独的出口", "不支持：不接收文件。"),
            Expose("ExposeInvalidFileExtensionOutcome", "扩展名不符时走单独的出口", "不支持：不接收文件。"),
            Expose("ExposeInvalidFileMimeTypeOutcome", "文件类型不符时走单独的出口", "不支持：不接收文件。"),
        ],
        Outputs =
        [
            new("ParsedContent", "Object", "请求内容", "JSON 的值、表单的字段或文本。"),
            new("Files", "Object", "文件", "不支持。"),
            new("File", "Object", "第一个文件", "不支持。"),
            new("RouteData", "ObjectDictionary", "路径参数"),
            new("QueryStringData", "ObjectDictionary", "查询参数"),
            new("Headers", "ObjectDictionary", "请求头", "不含身份凭据。"),
            new("Result", "Object", "整个请求"),
        ],
    };

    private static InputDescriptor Tick(string name, string label, string description) => new(name, "Boolean", label, description) { UIHint = "checkbox" };

    private static InputDescriptor Expose(string name, string label, string description) => Tick(name, label, description) with { IsWrapped = false };

    private static InputDescriptor Texts(string name, string label) => new(name, "String[]", label, "不起作用：不接收文件。") { UIHint = "multitext" };
}
