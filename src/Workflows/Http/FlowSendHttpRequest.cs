using System.Globalization;
using Bpm.Engine.Activities;
using Bpm.Engine.Execution;

namespace Bpm.Workflows.Http;

/// <summary>Asks an outside system something and leaves by an outcome for the status of its answer, and by Done.</summary>
public sealed class FlowSendHttpRequest : HttpRequestActivity
{
    public const string TypeName = "Elsa.FlowSendHttpRequest";

    private const string Unmatched = "Unmatched status code";
    private static readonly string[] Default = ["200"];
    private readonly IReadOnlyList<string> _expected;

    private FlowSendHttpRequest(NodeReader node)
        : base(node)
    {
        _expected = [.. node.Fixed<IReadOnlyList<string>>("expectedStatusCodes", Default).Select(code => code.Trim()).Distinct()];
        if (_expected.FirstOrDefault(code => !IsStatus(code)) is { } wrong) throw node.Error($"状态码 “{wrong}” 无效，须为 100 至 599 的整数。");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, HttpInputs.Category, "HTTP 请求（流程图）", "向外部系统发请求，按响应的状态码走不同的出口。")
        {
            Kind = ActivityKind.Task,
            Inputs = Inputs(new("ExpectedStatusCodes", "Int32[]", "预期状态码", "每个状态码一个出口。") { UIHint = "multitext", DefaultValue = Default }),
            Outputs = Outputs,
            Ports =
            [
                new("200", "200"), new(Unmatched, "其他状态码"), new("Failed to connect", "连接失败"), new("Timeout", "超时"), new("Done", "完成"),
            ],
        },
        node => new FlowSendHttpRequest(node));

    public override IReadOnlyList<string> Ports => [.. _expected, Unmatched, "Failed to connect", "Timeout", "Done"];

    private protected override void Ended(ActivityContext c, HttpResult result)
    {
        switch (result.Outcome)
        {
            case HttpOutcome.FailedToConnect:
                c.Complete("Failed to connect");
                break;
            case HttpOutcome.TimedOut:
                c.Complete("Timeout");
                break;
            default:
                var status = result.Status.ToString(CultureInfo.InvariantCulture);
                if (_expected.Count == 0) c.Complete();
                else c.Complete(_expected.Contains(status) ? status : Unmatched, "Done");
                break;
        }
    }

    private static bool IsStatus(string code) => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599;
}
