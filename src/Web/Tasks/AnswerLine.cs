using System.Globalization;
using System.Text.Json;
using Bpm.Application.Tasks;
using Bpm.Domain.Tasks;
using Bpm.Web.Language;

namespace Bpm.Web.Tasks;

/// <summary>One thing that was written down when a task was ended, in words.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">What was written.</param>
public sealed record AnswerLine(string Title, string Text)
{
    /// <summary>All of it in the order of the form, the remark last; empty where nothing was written or the reader may not see it.</summary>
    /// <param name="zone">Zone in which moments are shown.</param>
    public static IReadOnlyList<AnswerLine> Of(TaskView task, TimeZoneInfo zone, Words words)
    {
        var answer = task.Answer;
        var lines = answer is null
            ? []
            : task.Form.Properties.Where(field => answer.ContainsKey(field.Key)).Select(field => new AnswerLine(field.Value.Title, Written(answer[field.Key], field.Value, zone, words)));
        if (task.Comment is { Length: > 0 } comment)
            lines = lines.Append(new(words["备注（说明与理由）"], comment));
        return [.. lines.Where(line => line.Text.Length > 0)];
    }

    private static string Written(JsonElement value, FormField field, TimeZoneInfo zone, Words words) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join('、', value.EnumerateArray().Select(item => Written(item, field, zone, words))),
        JsonValueKind.True => words["是"],
        JsonValueKind.False => words["否"],
        JsonValueKind.String when field.Type == FormFieldTypes.DateTime && value.TryGetDateTimeOffset(out var moment) =>
            TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        JsonValueKind.String => TitleOf(value.GetString()!, field),
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string TitleOf(string value, FormField field)
    {
        var index = field.Enum?.ToList().IndexOf(value) ?? -1;
        return index >= 0 && index < (field.EnumTitles?.Count ?? 0) ? field.EnumTitles![index] : value;
    }
}
