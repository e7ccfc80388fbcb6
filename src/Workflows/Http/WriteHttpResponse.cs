using System.Globalization;
using System.Net;
using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Workflows.Http;

/// <summary>Answers the request that caused this burst. It faults where there is none, and where it was answered already.</summary>
public sealed class WriteHttpResponse : Activity
{
    public const string TypeName = "Elsa.WriteHttpResponse";

    private readonly Input<object?> _statusCode;
    private readonly Input<object?> _content;
    private readonly Input<string?> _contentType;
    private readonly Input<object?> _headers;

    private WriteHttpResponse(NodeReader node)
    {
        _statusCode = node.Input<object?>("statusCode", 200);
        _content = node.Input<object?>("content");
        _contentType = node.Input<string?>("contentType");
        _headers = node.Input<object?>("responseHeaders");
        try
        {
            if (_statusCode.IsConstant) Status(_statusCode.Constant);
            if (_contentType.IsConstant) HttpBody.TypeOf("", _contentType.Constant);
            if (_headers.IsConstant) ReplyHeaders.Checked(HeaderText.ReadAtRun(_headers.Constant));
        }
        catch (ActivityFaultException e)
        {
            throw node.Error(e.Message);
        }
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, HttpInputs.Category, "HTTP 响应", "回答引起本次运行的请求。")
        {
            Inputs =
            [
                new("StatusCode", "HttpStatusCode", "状态码", "例如 200。")
                {
                    UIHint = "dropdown",
                    DefaultValue = nameof(HttpStatusCode.OK),
                    UISpecifications = DropDown.Of([.. StatusCodes.Select(s => (s.ToString(), $"{(int)s} {s}"))]),
                },
                new("Content", "Object", "内容", "文本原样发送；对象转为 JSON。"),
                new("ContentType", "String", "内容类型") { UIHint = "dropdown", UISpecifications = HttpInputs.ContentTypes },
                new("ResponseHeaders", "HttpHeaders", "响应头", "JSON 对象；不能设置 Cookie、连接和安全类响应头。") { UIHint = "json-editor" },
            ],
        },
        node => new WriteHttpResponse(node));

    private static IEnumerable<HttpStatusCode> StatusCodes => Enum.GetValues<HttpStatusCode>().Distinct().Where(s => (int)s >= 200);

    public override void Execute(ActivityContext c)
    {
        var reply = c.FindHost<IHttpReply>()?.Reply ?? throw new ActivityFaultException(
            "没有可以回答的请求：本次运行不是由 /workflows/ 之下的请求引起的。请把“HTTP 响应”放在“HTTP 入口”之后、任何等待之前。");
        if (reply.Written is not null) throw new ActivityFaultException("这个请求已经回答过了：一次运行只能有一个“HTTP 响应”。");
        var status = Status(c.Get(_statusCode));
        var headers = ReplyHeaders.Checked(HeaderText.ReadAtRun(c.Get(_headers)));
        var content = c.Get(_content);
        var type = content is null ? null : HttpBody.TypeOf(content, c.Get(_contentType));
        var bare = content is null || status is 204 or 205 or 304;
        reply.Write(new(status, bare ? null : type, bare ? null : HttpBody.Write(content!, type!), headers));
        c.Complete();
    }

    /// <exception cref="ActivityFaultException">The value is no status of an answer.</exception>
    private static int Status(object? value)
    {
        var status = value switch
        {
            null => 200,
            int number => number,
            long number and <= 599 => (int)number,
            double number when number == Math.Floor(number) && number <= 599 => (int)number,
            string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            string text when Enum.TryParse<HttpStatusCode>(text, ignoreCase: true, out var name) => (int)name,
            _ => 0,
        };
        return status is >= 200 and <= 599 ? status : throw new ActivityFaultException("状态码无效，须为 200 至 599 的数字或名称，例如 200、NotFound。");
    }
}
