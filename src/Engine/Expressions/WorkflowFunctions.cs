using System.Text;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Expressions;

/// <summary>Elsa's functions that every script can call. Arguments and results are as for <see cref="ScriptFunctions"/>.</summary>
internal static class WorkflowFunctions
{
    /// <summary>They only read: they may be called twice for one evaluation.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ActivityContext, object?[], object?>> Reading =
        new Dictionary<string, Func<ActivityContext, object?[], object?>>(StringComparer.Ordinal)
        {
            ["getVariable"] = (c, a) => c.GetVariable(Name(a)),
            ["getInput"] = (c, a) => c.Input(Name(a)),
            ["getOutputFrom"] = (c, a) => Outputs(c).Find(a),
            ["getLastResult"] = (c, _) => Outputs(c).LastResult,
            ["getWorkflowDefinitionId"] = (c, _) => c.Instance.DefinitionId,
            ["getWorkflowDefinitionVersionId"] = (c, _) => c.Instance.VersionId,
            ["getWorkflowDefinitionVersion"] = (c, _) => c.Instance.Version,
            ["getWorkflowInstanceId"] = (c, _) => c.InstanceId,
            ["getWorkflowInstanceName"] = (c, _) => c.Instance.Name,
            ["getCorrelationId"] = (c, _) => c.CorrelationId,
            ["isNullOrEmpty"] = (_, a) => a.Length == 0 || a[0] is null or "",
            ["isNullOrWhiteSpace"] = (_, a) => a.Length == 0 || a[0] is null || a[0] is string s && string.IsNullOrWhiteSpace(s),
            ["toJson"] = (_, a) => JsonValues.Text(a.Length > 0 ? a[0] : null),
            ["parseGuid"] = (_, a) => Guid.TryParse(Text(a), out var id) ? id.ToString() : throw new ActivityFaultException("不是有效的 GUID。"),
            ["newGuid"] = (_, _) => Guid.NewGuid().ToString(),
            ["newGuidString"] = (_, _) => Guid.NewGuid().ToString(),
            ["getGuidString"] = (_, _) => Guid.NewGuid().ToString(),
            ["newShortGuid"] = (_, _) => ShortGuid(),
            ["getShortGuid"] = (_, _) => ShortGuid(),
            ["bytesFromString"] = (_, a) => List(Encoding.UTF8.GetBytes(Text(a))),
            ["bytesToString"] = (_, a) => Encoding.UTF8.GetString(Bytes(a)),
            ["bytesFromBase64"] = (_, a) => List(FromBase64(Text(a))),
            ["bytesToBase64"] = (_, a) => Convert.ToBase64String(Bytes(a)),
            ["stringToBase64"] = (_, a) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a))),
            ["stringFromBase64"] = (_, a) => Encoding.UTF8.GetString(FromBase64(Text(a))),
        };

    /// <summary>They change the instance. A script that uses one is always interpreted, so that it happens once.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ActivityContext, object?[], object?>> Changing =
        new Dictionary<string, Func<ActivityContext, object?[], object?>>(StringComparer.Ordinal)
        {
            ["setVariable"] = (c, a) =>
            {
                c.SetVariable(Name(a), a.Length > 1 ? a[1] : null);
                return null;
            },
            ["setCorrelationId"] = (c, a) =>
            {
                c.Correlate(a.Length > 0 && a[0] is not null ? ValueConverter.ToText(a[0]) : null);
                return null;
            },
            ["setWorkflowInstanceName"] = (c, a) =>
            {
                c.SetInstanceName(a.Length > 0 && a[0] is not null ? ValueConverter.ToText(a[0]) : null);
                return null;
            },
        };

    /// <summary>Only for the script of RunJavaScript: say by which outcomes it is left.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ActivityContext, object?[], object?>> Leaving =
        new Dictionary<string, Func<ActivityContext, object?[], object?>>(StringComparer.Ordinal)
        {
            ["setOutcome"] = (c, a) =>
            {
                c.Execution.ScriptOutcomes = [Text(a)];
                return null;
            },
            ["setOutcomes"] = (c, a) =>
            {
                c.Execution.ScriptOutcomes = a is [List<object?> names, ..]
                    ? [.. names.Select(ValueConverter.ToText)]
                    : throw new ActivityFaultException("setOutcomes 需要一个结果名称的列表。");
                return null;
            },
        };

    private static ActivityOutputs Outputs(ActivityContext c) => c.Execution.Outputs
        ?? throw new ActivityFaultException("脚本不能在这里读取活动的输出。");

    private static string Name(object?[] arguments) => arguments is [string name, ..]
        ? name
        : throw new ActivityFaultException("变量名或输入名应是文本。");

    private static string Text(object?[] arguments) => arguments.Length > 0 && arguments[0] is { } value
        ? ValueConverter.ToText(value)
        : throw new ActivityFaultException("函数的参数应是文本。");

    private static string ShortGuid() => Convert.ToBase64String(Guid.NewGuid().ToByteArray())
        .Replace("/", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal);

    private static List<object?> List(byte[] bytes) => [.. bytes.Select(b => (object?)(double)b)];

    private static byte[] Bytes(object?[] arguments) => arguments is [List<object?> items, ..]
        ? [.. items.Select(Byte)]
        : throw new ActivityFaultException("函数的参数应是字节的列表。");

    private static byte Byte(object? item) => item is int or long or double && ValueConverter.ToDouble(item) is >= 0 and <= 255 and var number
        ? (byte)number
        : throw new ActivityFaultException("字节应是 0 到 255 的数字。");

    private static byte[] FromBase64(string text)
    {
        try { return Convert.FromBase64String(text); }
        catch (FormatException e) { throw new ActivityFaultException("不是有效的 Base64 文本。", e); }
    }
}
