using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Forms;

/// <summary>Changes a field of a form; tasks that are open show it at once.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="MaxLength">Longest text; null for the usual. Only of texts.</param>
/// <param name="Required">Must it be filled in whatever the outcome is? Null leaves it as it is.</param>
/// <param name="Options">Titles by value, of fields with values of their own; values may be renamed and added, never removed. Null leaves them.</param>
/// <param name="Revision">Revision of the forms' document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record ChangeFormField(
    string Form, string Field, string Title, int? MaxLength, bool? Required, IReadOnlyDictionary<string, string>? Options, long? Revision, string? Note)
    : ICommand<SavedDocument>;

public sealed class ChangeFormFieldValidator : AbstractValidator<ChangeFormField>
{
    public ChangeFormFieldValidator()
    {
        RuleFor(request => request.Title).NotEmpty().WithMessage("请填写名称。").MaximumLength(100).WithMessage("名称不超过 100 字。");
        // A required text must take any sensible sentence.
        RuleFor(request => request.MaxLength).InclusiveBetween(200, 5000).When(request => request.MaxLength is not null).WithMessage("最大长度应在 200 至 5000 之间。");
        RuleFor(request => request.Options).Must(options => options!.Values.All(title => title.Trim().Length is > 0 and <= 50)).When(request => request.Options is not null)
            .WithMessage("每个选项都要有名称，不超过 50 字。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class ChangeFormFieldHandler(DocumentDesk desk) : IRequestHandler<ChangeFormField, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(ChangeFormField request, CancellationToken cancellationToken) => desk.ChangeAsync(
        new("forms", request.Revision, "admin.form-changed", $"form:{request.Form}") { Detail = request.Field, Note = request.Note },
        edit => Edit(edit.Root["forms"]?[request.Form] as JsonObject, request),
        cancellationToken);

    private static Refusal? Edit(JsonObject? form, ChangeFormField request)
    {
        if (form?["properties"]?[request.Field] is not JsonObject field)
            return new EntryNotFound("表单项", request.Field);
        field.Put("title", request.Title);
        if (DocumentJson.Text(field["type"]) == "string" && field["enum"] is null)
        {
            // What shipped shorter may stay so; what is typed here may not be shorter than any sensible sentence.
            if (request.MaxLength is { } length)
                field["maxLength"] = length;
        }
        else if (request.MaxLength is not null && field["maxLength"] is null)
        {
            return new InvalidRequest("maxLength", "只有文字项可以设置最大长度。");
        }

        if (request.Required is { } required)
            PutRequired(form, request.Field, required);
        return request.Options is null ? null : PutOptions(field, request.Options);
    }

    private static void PutRequired(JsonObject form, string name, bool required)
    {
        var list = form["required"] as JsonArray;
        var known = list?.FirstOrDefault(item => DocumentJson.Text(item) == name);
        if (required && known is null)
        {
            if (list is null)
                form["required"] = list = [];
            list.Add(name);
            // Needed for every outcome now, not for some only.
            (form["requiredFor"] as JsonObject)?.Remove(name);
        }
        else if (!required && known is not null)
        {
            list!.Remove(known);
        }
    }

    private static InvalidRequest? PutOptions(JsonObject field, IReadOnlyDictionary<string, string> options)
    {
        if (field["enum"] is not JsonArray values || values is [var only] && DocumentJson.Text(only) is ['$', ..])
            return new InvalidRequest("options", "这一项的选项由单位资料自动给出，不能在这里修改。");
        var known = values.Select(value => DocumentJson.Text(value)!).ToList();
        if (known.Find(value => !options.ContainsKey(value)) is { } gone)
            return new InvalidRequest("options", $"选项“{gone}”不能删除：流程和已办的任务可能用到。可以改名称，或增加新的选项。");
        var all = known.Concat(options.Keys.Except(known)).ToList();
        field.Put("enum", all);
        field.Put("enumTitles", all.Select(value => options[value].Trim()));
        return null;
    }
}
