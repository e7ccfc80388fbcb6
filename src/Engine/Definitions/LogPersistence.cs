using System.Text.Json;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Reads which values a workflow or an activity wants in the journal: <c>customProperties.logPersistenceConfig</c>, or where that says
/// nothing the older <c>customProperties.logPersistenceMode</c>. Both are <c>{default, inputs:{name}, outputs:{name}}</c>; on a workflow the
/// designer writes the default's object without the braces around it.
/// </summary>
/// <param name="owner">The workflow or the activity.</param>
/// <param name="application">What the strategy Configuration means.</param>
internal sealed class LogPersistence(JsonElement owner, LogPersistenceMode application)
{
    private static readonly string[] Strategies = ["Inherit", "Include", "Exclude", "Configuration"];

    /// <summary>The owner's own mode, or the one around it.</summary>
    /// <exception cref="FormatException">It says something that is not supported; the message is Chinese.</exception>
    public LogPersistenceMode Default(LogPersistenceMode around)
    {
        if (Find("logPersistenceConfig") is { } config)
        {
            if (Property(config, "default") is { } inner) return Mode(inner, around);
            if (config.TryGetProperty("strategyType", out _) || config.TryGetProperty("evaluationMode", out _)) return Mode(config, around);
        }
        if (Find("logPersistenceMode") is not { } legacy) return around;
        return legacy.ValueKind != JsonValueKind.Object ? Mode(legacy, around) : Property(legacy, "default") is { } mode ? Mode(mode, around) : around;
    }

    /// <summary>The mode of one input or output.</summary>
    /// <param name="list"><c>inputs</c> or <c>outputs</c>.</param>
    /// <param name="name">JSON name, camelCase.</param>
    /// <param name="around">The owner's mode.</param>
    /// <exception cref="FormatException">It says something that is not supported; the message is Chinese.</exception>
    public LogPersistenceMode Of(string list, string name, LogPersistenceMode around)
    {
        foreach (var place in (string[])["logPersistenceConfig", "logPersistenceMode"])
            if (Find(place) is { } config && Property(config, list) is { } properties && Property(properties, name) is { } mode) return Mode(mode, around);
        return around;
    }

    private JsonElement? Find(string name) => Property(owner, "customProperties") is { } custom ? Property(custom, name) : null;

    private static JsonElement? Property(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private LogPersistenceMode Mode(JsonElement json, LogPersistenceMode around)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number when json.TryGetInt32(out var number) && Enum.IsDefined((LogPersistenceMode)number):
                return (LogPersistenceMode)number is var known && known == LogPersistenceMode.Inherit ? around : known;
            case JsonValueKind.String:
                return Named(json.GetString()!, around);
            case JsonValueKind.Object:
                if (DeclarationReader.Text(json, "evaluationMode") == "Expression" || Property(json, "evaluationMode") is { ValueKind: JsonValueKind.Number } n && n.GetInt32() == 1)
                    throw new FormatException("日志保留方式不能用表达式，请改选 Include、Exclude 或 Inherit。");
                return DeclarationReader.Text(json, "strategyType") is { } strategy ? Named(strategy, around) : around;
            default:
                throw new FormatException("日志保留方式的写法无法识别。");
        }
    }

    private LogPersistenceMode Named(string text, LogPersistenceMode around)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var type = (comma < 0 ? text : text[..comma]).Trim();
        return type[(type.LastIndexOf('.') + 1)..] switch
        {
            "" or "Inherit" or "default" => around,
            "Include" => LogPersistenceMode.Include,
            "Exclude" => LogPersistenceMode.Exclude,
            "Configuration" => application,
            var other => throw new FormatException($"不支持的日志保留方式 “{other}”。{DidYouMean.Clause(other, Strategies)}可用：{string.Join("、", Strategies)}。"),
        };
    }
}
