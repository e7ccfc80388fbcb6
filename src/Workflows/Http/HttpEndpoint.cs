using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Triggers;

namespace Bpm.Workflows.Http;

/// <summary>
/// Waits for a request to a path under <c>/workflows/</c>, or starts the workflow with it. Whether a caller may send it is decided before
/// anything runs, from <see cref="Authorize"/>, <see cref="Policy"/> and <see cref="SizeLimit"/>.
/// </summary>
public sealed class HttpEndpoint : Activity
{
    public const string TypeName = "Elsa.HttpEndpoint";

    /// <summary>Methods where none is named.</summary>
    internal static readonly string[] DefaultMethods = ["GET"];

    private const string TooLarge = "Request too large";
    private static readonly string[] KnownMethods = ["GET", "POST", "PUT", "HEAD", "DELETE", "PATCH", "OPTIONS"];
    private readonly Input<string> _path;
    private readonly Input<IReadOnlyList<string>> _methods;
    private readonly bool _exposesTooLarge;
    private readonly Output _parsedContent, _routeData, _queryStringData, _headers, _result;

    private HttpEndpoint(NodeReader node)
    {
        _path = node.Input("path", "");
        _methods = node.Input<IReadOnlyList<string>>("supportedMethods", DefaultMethods);
        Authorize = node.Fixed("authorize", false);
        Policy = node.Fixed("policy", "") is { Length: > 0 } policy && Authorize ? policy : null;
        SizeLimit = node.Fixed<long?>("requestSizeLimit");
        _exposesTooLarge = node.Fixed("exposeRequestTooLargeOutcome", false);
        (_parsedContent, _routeData, _queryStringData) = (node.Output("parsedContent"), node.Output("routeData"), node.Output("queryStringData"));
        (_headers, _result) = (node.Output("headers"), node.Output("result"));
        foreach (var file in (string[])["exposeFileTooLargeOutcome", "exposeInvalidFileExtensionOutcome", "exposeInvalidFileMimeTypeOutcome"])
            if (node.Fixed(file, false)) throw node.Error($"HTTP 入口不接收文件，请取消 “{file}”。");
        if (node.Output("files").IsBound || node.Output("file").IsBound) throw node.Error("HTTP 入口不接收文件，请取消输出 “files” 和 “file” 的绑定。");
        if (SizeLimit <= 0) throw node.Error("请求大小上限（requestSizeLimit）须大于 0。");
        try
        {
            if (_path.IsConstant) RouteTemplate.Parse(_path.Constant);
            if (_methods.IsConstant) Methods(_methods.Constant);
        }
        catch (FormatException e)
        {
            throw node.Error(e.Message);
        }
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(HttpEndpointDescriptor.Descriptor, node => new HttpEndpoint(node));

    /// <summary>Only for people who are signed in; else a signed link will do as well.</summary>
    public bool Authorize { get; }

    /// <summary>Permission that the person must have, or null.</summary>
    public string? Policy { get; }

    /// <summary>Most bytes of a body, or null for the product's own limit.</summary>
    public long? SizeLimit { get; }

    /// <summary>Is a body of this length refused? It is not where the activity has an outcome for it.</summary>
    public bool Refuses(long length) => length > SizeLimit && !_exposesTooLarge;

    public override IReadOnlyList<string> Ports => _exposesTooLarge ? [TooLarge, "Done"] : ["Done"];

    /// <summary>What requests of this method and shape of path are heard by; see <see cref="RouteTemplate.ShapesOf(string)"/>.</summary>
    public static string Payload(string method, string shape) => $"{method} {shape}";

    public override IReadOnlyList<Trigger> Triggers(TriggerScope scope)
    {
        try
        {
            return [.. Payloads(RouteTemplate.Parse(scope.Get(_path)), scope.Get(_methods)).Select(payload => scope.OnStimulus(TypeName, payload))];
        }
        catch (FormatException e)
        {
            throw scope.Error(e.Message);
        }
    }

    public override void Execute(ActivityContext c)
    {
        try
        {
            var template = RouteTemplate.Parse(c.Get(_path));
            if (c.IsTrigger)
            {
                Receive(c, template, c.TriggerPayload);
                return;
            }
            c.State = template.Text;
            foreach (var payload in Payloads(template, c.Get(_methods))) c.CreateBookmark(TypeName, payload);
        }
        catch (FormatException e)
        {
            throw new ActivityFaultException(e.Message, e);
        }
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload) => Receive(c, RouteTemplate.Parse((string)c.State!), payload);

    private void Receive(ActivityContext c, RouteTemplate template, object? payload)
    {
        var request = HttpRequestData.Of(payload) ?? throw new ActivityFaultException("HTTP 入口只能由 /workflows/ 之下的请求启动或继续。");
        var tooLarge = request.Length > SizeLimit;
        c.Set(_result, request.ToValue());
        c.Set(_routeData, template.Read(request.Path));
        c.Set(_queryStringData, request.Query);
        c.Set(_headers, request.Headers);
        if (!tooLarge) c.Set(_parsedContent, request.Content);
        c.Complete(tooLarge ? TooLarge : "Done");
    }

    private static IEnumerable<string> Payloads(RouteTemplate template, IReadOnlyList<string> methods) =>
        Methods(methods).SelectMany(method => template.Shapes.Select(shape => Payload(method, shape)));

    private static string[] Methods(IReadOnlyList<string> methods)
    {
        var upper = methods.Select(m => m.Trim().ToUpperInvariant()).Distinct().ToArray();
        if (upper.Length == 0) throw new FormatException("没有勾选请求方法（supportedMethods）。");
        return upper.FirstOrDefault(m => !KnownMethods.Contains(m)) is { } unknown
            ? throw new FormatException($"不支持的请求方法 “{unknown}”，可用：{string.Join("、", KnownMethods)}。")
            : upper;
    }
}
