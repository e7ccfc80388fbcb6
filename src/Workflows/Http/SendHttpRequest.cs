using System.Globalization;
using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Workflows.Http;

/// <summary>Asks an outside system something and runs the activity drawn for the status of its answer, then leaves by Done.</summary>
public sealed class SendHttpRequest : HttpRequestActivity
{
    public const string TypeName = "Elsa.SendHttpRequest";

    private readonly Dictionary<int, ActivityNode?> _expected = [];
    private readonly ActivityNode? _unmatched, _failedToConnect, _timeout;

    private SendHttpRequest(NodeReader node)
        : base(node)
    {
        if (node.TryGet("expectedStatusCodes", out var cases) && cases.ValueKind == JsonValueKind.Array)
            foreach (var item in cases.EnumerateArray())
            {
                var status = StatusOf(item) ?? throw node.Error("预期状态码（expectedStatusCodes）须为 100 至 599 的整数。");
                // As in Elsa the first of two cases of one status counts; the other is drawn all the same and so compiled.
                var child = item.TryGetProperty("activity", out var activity) && activity.ValueKind == JsonValueKind.Object ? node.Child(activity) : null;
                _expected.TryAdd(status, child);
            }
        (_unmatched, _failedToConnect, _timeout) = (node.Child("unmatchedStatusCode"), node.Child("failedToConnect"), node.Child("timeout"));
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, HttpInputs.Category, "HTTP 请求", "向外部系统发请求，按响应的状态码执行内嵌的活动。")
        {
            Kind = ActivityKind.Task,
            Inputs = Inputs(new("ExpectedStatusCodes", "HttpStatusCodeCase[]", "预期状态码", "每个状态码对应一个内嵌的活动。") { UIHint = "http-status-codes", IsWrapped = false }),
            Outputs = Outputs,
            Ports =
            [
                new("UnmatchedStatusCode", "其他状态码", PortKind.Embedded), new("FailedToConnect", "连接失败", PortKind.Embedded),
                new("Timeout", "超时", PortKind.Embedded),
            ],
        },
        node => new SendHttpRequest(node));

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) => c.Complete();

    private protected override void Ended(ActivityContext c, HttpResult result)
    {
        var next = result.Outcome switch
        {
            HttpOutcome.FailedToConnect => _failedToConnect,
            HttpOutcome.TimedOut => _timeout,
            _ => _expected.TryGetValue(result.Status, out var expected) ? expected : _unmatched,
        };
        if (next is null) c.Complete();
        else c.Schedule(next);
    }

    private static int? StatusOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("statusCode", out var code)) return null;
        var status = code.ValueKind switch
        {
            JsonValueKind.Number when code.TryGetInt32(out var number) => number,
            JsonValueKind.String when int.TryParse(code.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };
        return status is >= 100 and <= 599 ? status : null;
    }
}
