using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bpm.Domain.Tasks;

/// <summary>The forms and outcomes of an organisation's steps, read from <c>forms.json</c> of its pack. Immutable.</summary>
public sealed class FormCatalogue
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Dictionary<string, TaskForm> _forms;
    private readonly Dictionary<string, TaskOutcome> _outcomes;

    private FormCatalogue(Dictionary<string, TaskForm> forms, Dictionary<string, TaskOutcome> outcomes) =>
        (_forms, _outcomes) = (forms, outcomes);

    /// <summary>Ids of all forms.</summary>
    public IEnumerable<string> FormIds => _forms.Keys;

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidFormsException">The file cannot be read or contradicts itself.</exception>
    public static FormCatalogue Parse(ReadOnlyMemory<byte> utf8Json)
    {
        FormsJson file;
        try
        {
            file = JsonSerializer.Deserialize<FormsJson>(utf8Json.Span, _options) ?? throw new InvalidFormsException("表单文件为空。");
        }
        catch (JsonException e)
        {
            throw new InvalidFormsException($"表单文件无法读取：{e.Message}", e);
        }

        var outcomes = file.Outcomes.ToDictionary(o => o.Key, o => Outcome(o.Key, o.Value, null));
        foreach (var (key, value) in file.StepOutcomes)
        {
            var name = key[(key.LastIndexOf('.') + 1)..];
            if (name.Length == key.Length || !outcomes.TryGetValue(name, out var general))
                throw new InvalidFormsException($"stepOutcomes 中的“{key}”应为“步骤.结果”，且结果须在 outcomes 中。");
            outcomes[key] = Outcome(name, value, general);
        }

        return new(file.Forms.ToDictionary(f => f.Key, f => Form(f.Key, f.Value, file.Outcomes)), outcomes);
    }

    /// <summary>The form with an id, pickers not filled; null when there is none.</summary>
    public TaskForm? Form(string id) => _forms.GetValueOrDefault(id);

    /// <summary>An outcome as a step shows it; null when the catalogue does not know it.</summary>
    public TaskOutcome? Outcome(string step, string name) =>
        _outcomes.GetValueOrDefault($"{step}.{name}") ?? _outcomes.GetValueOrDefault(name);

    private static TaskOutcome Outcome(string name, OutcomeJson value, TaskOutcome? general) => new(
        name,
        value.Title ?? general?.Title ?? throw new InvalidFormsException($"结果“{name}”没有名称。"),
        value.ReasonRequired ?? general?.ReasonRequired ?? false,
        value.RecordedBy ?? general?.RecordedBy);

    private static TaskForm Form(string id, FormJson form, Dictionary<string, OutcomeJson> outcomes)
    {
        foreach (var (name, field) in form.Properties)
        {
            Require(FormFieldTypes.All.Contains(field.Type), id, $"“{name}”的类型“{field.Type}”无效，可用：{string.Join('、', FormFieldTypes.All)}。");
            Require(
                field.Picker is not null ? field.EnumTitles is null : field.Enum?.Count == field.EnumTitles?.Count,
                id,
                $"“{name}”的 enum 与 enumTitles 个数不一致。");
            Require(
                field.Default is not { } value || (field is { Type: FormFieldTypes.Text, Multiple: false } && (value is not ['$', ..] || value == FormField.AccusedUnit)),
                id,
                $"“{name}”的 default 只能用于单值文字项；取自案件的只有“{FormField.AccusedUnit}”。");
        }

        foreach (var name in form.Required.Concat(form.RequiredFor.Keys))
        {
            Require(form.Properties.TryGetValue(name, out var field), id, $"必填项“{name}”不在 properties 中。");
            // Nobody can be made to give a time or a list: the outside contract promises that.
            Require(field!.Type != FormFieldTypes.DateTime && !field.Multiple, id, $"“{name}”是时间或多选，不能设为必填。");
        }

        foreach (var outcome in form.RequiredFor.Values.SelectMany(names => names).Concat(form.AttachmentFor ?? []))
            Require(outcomes.ContainsKey(outcome), id, $"requiredFor、attachmentFor 中的结果“{outcome}”不在 outcomes 中。");
        return new(form.Properties, [.. form.Required.Union(form.RequiredFor.Keys)], form.RequiredFor, form.AttachmentFor);
    }

    private static void Require(bool holds, string form, string message)
    {
        if (!holds)
            throw new InvalidFormsException($"表单“{form}”：{message}");
    }
}
