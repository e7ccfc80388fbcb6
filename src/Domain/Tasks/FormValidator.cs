using System.Globalization;
using System.Text.Json;

namespace Bpm.Domain.Tasks;

/// <summary>Checks the values of a <see cref="TaskForm"/>.</summary>
public static class FormValidator
{
    /// <summary>Longest text, in UTF-16 units, where a field names no <c>maxLength</c>.</summary>
    public const int DefaultMaxLength = 2000;

    private const int MostValues = 50;

    internal static IReadOnlyDictionary<string, string[]> Validate(
        TaskForm form, string outcome, IReadOnlyDictionary<string, JsonElement> values)
    {
        Dictionary<string, string[]>? errors = null;
        foreach (var (name, value) in values)
        {
            var problem = form.Properties.TryGetValue(name, out var field) ? Check(field, value) : "表单中没有这一项，请删除。";
            if (problem is not null)
                (errors ??= [])[name] = [problem];
        }

        foreach (var (name, field) in form.Properties)
        {
            if (form.IsRequired(name, outcome) && (!values.TryGetValue(name, out var value) || IsMissing(value)))
                (errors ??= [])[name] = [$"请填写“{field.Title}”。"];
        }

        return errors ?? (IReadOnlyDictionary<string, string[]>)System.Collections.ObjectModel.ReadOnlyDictionary<string, string[]>.Empty;
    }

    /// <summary>True when nothing was filled in: no value, a blank text or an empty list.</summary>
    internal static bool IsMissing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static string? Check(FormField field, JsonElement value)
    {
        if (IsMissing(value))
            return null;
        if (!field.Multiple)
            return CheckOne(field, value);
        if (value.ValueKind != JsonValueKind.Array)
            return CheckOne(field, value);
        if (value.GetArrayLength() > MostValues)
            return $"“{field.Title}”最多选择 {MostValues} 项。";
        foreach (var item in value.EnumerateArray())
        {
            if (CheckOne(field, item) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? CheckOne(FormField field, JsonElement value) => field.Type switch
    {
        FormFieldTypes.Text => value.ValueKind == JsonValueKind.String ? CheckText(field, value.GetString()!) : $"“{field.Title}”应为文字。",
        FormFieldTypes.Integer => CheckNumber(field, value, whole: true),
        FormFieldTypes.Number => CheckNumber(field, value, whole: false),
        FormFieldTypes.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"“{field.Title}”应为“是”或“否”。",
        FormFieldTypes.DateTime => Moment(value) is null ? $"“{field.Title}”应为带时区的时间，例如 2026-09-24T17:00:00+08:00。" : null,
        _ => $"“{field.Title}”的类型“{field.Type}”无法识别，请联系流程管理员。",
    };

    private static string? CheckText(FormField field, string text)
    {
        if (field.Enum is { } valid)
            return valid.Contains(text) ? null : $"“{field.Title}”的取值无效，请从列表中选择。";
        var most = field.MaxLength ?? DefaultMaxLength;
        if (text.Length > most)
            return $"“{field.Title}”最多 {most} 个字符。";
        return TextRules.HasControlCharacters(text) ? $"“{field.Title}”含有不可见的控制字符，请删除后重试。" : null;
    }

    private static string? CheckNumber(FormField field, JsonElement value, bool whole)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || (whole && number != decimal.Truncate(number)))
            return $"“{field.Title}”应为{(whole ? "整数" : "数字")}。";
        if (field.Minimum is { } minimum && number < minimum)
            return $"“{field.Title}”不能小于 {minimum.ToString(CultureInfo.InvariantCulture)}。";
        return field.Maximum is { } maximum && number > maximum
            ? $"“{field.Title}”不能大于 {maximum.ToString(CultureInfo.InvariantCulture)}。"
            : null;
    }

    /// <summary>A moment with an offset, or null when the value is none.</summary>
    internal static DateTimeOffset? Moment(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && HasOffset(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;

    // Without an offset the machine's own zone would decide what the moment is.
    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        return time > 0 && (text.EndsWith('Z') || text.IndexOfAny(['+', '-'], time) > 0);
    }
}
