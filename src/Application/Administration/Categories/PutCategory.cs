using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Categories;

/// <summary>Adds a category, or changes one; the next registration of it goes the new way. Cases that run stay as they are.</summary>
/// <param name="IsNew">Add it; false changes the one with the code.</param>
/// <param name="Kinds">Codes of the kinds that may be registered under it.</param>
/// <param name="DefinitionId">Published workflow that its cases run.</param>
/// <param name="Department">Code of the department that it belongs to, or null.</param>
/// <param name="Level"><c>open</c>, <c>restricted</c> or <c>strict</c>; can only be raised, and only once it was confirmed.</param>
/// <param name="ConfirmLevel">Yes, raise it: fewer people will read such cases.</param>
/// <param name="Required">Registration fields that may not be blank.</param>
/// <param name="Attributes">Null leaves them as they are. Attributes and values may be renamed and added, never removed: cases have them. An attribute may be asked no more.</param>
/// <param name="Revision">Revision of the organisation's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation)]
public sealed record PutCategory(
    bool IsNew, string Code, string Name, IReadOnlyList<string> Kinds, string DefinitionId, string? Department, string Level, bool ConfirmLevel,
    IReadOnlyList<string> Required, IReadOnlyList<CategoryView.AttributeView>? Attributes, long? Revision, string? Note) : ICommand<SavedDocument>
{
    /// <summary>Most attributes of a category.</summary>
    public const int MostAttributes = 20;

    /// <summary>Most valid values of an attribute.</summary>
    public const int MostValues = 50;
}

public sealed class PutCategoryValidator : AbstractValidator<PutCategory>
{
    public PutCategoryValidator()
    {
        RuleFor(request => request.Code).Matches("^[a-z][a-z0-9-]{0,49}$").WithMessage("代码用小写字母开头，可含小写字母、数字、横线，不超过 50 个字符。");
        RuleFor(request => request.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(50).WithMessage("名称不超过 50 字。");
        RuleFor(request => request.Kinds).NotEmpty().WithMessage("请至少选择一种类型。");
        RuleForEach(request => request.Kinds).Must(kind => ComplaintKinds.Find(kind) is not null).WithMessage("类型无效，请重新选择。");
        RuleFor(request => request.DefinitionId).NotEmpty().WithMessage("请选择办理流程。");
        RuleFor(request => request.Level).Must(level => Levels.Find(level) is not null).WithMessage("请选择保密级别。");
        RuleForEach(request => request.Attributes).Must(attribute => attribute.Title.Trim().Length is > 0 and <= 50).WithMessage("属性名称须填写，不超过 50 字。");
        RuleForEach(request => request.Attributes).Must(attribute => IsCode(attribute.Code)).OverridePropertyName("attributes")
            .WithMessage("补充项的代码用小写字母开头，可含字母、数字、横线，不超过 50 个字符。");
        RuleForEach(request => request.Attributes).Must(attribute => attribute.Type is "string" or "integer").OverridePropertyName("attributes").WithMessage("请选择补充项的类型。");
        RuleForEach(request => request.Attributes).Must(attribute => attribute.Values is null || HasChoices(attribute)).OverridePropertyName("attributes")
            .WithMessage($"选项每行一个，1 至 {PutCategory.MostValues} 个，不能重复，每个不超过 50 字；只有文字类的补充项有选项。");
        RuleFor(request => request.Attributes).Must(attributes => attributes is null || (attributes.Count <= PutCategory.MostAttributes && attributes.DistinctBy(a => a.Code).Count() == attributes.Count))
            .WithMessage($"补充项的代码不能重复，最多 {PutCategory.MostAttributes} 项。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }

    // Forms and rules that ship name attributes by words with capitals inside.
    private static bool IsCode(string code) =>
        code.Length is > 0 and <= 50 && char.IsAsciiLetterLower(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool HasChoices(CategoryView.AttributeView attribute) =>
        attribute is { Type: "string", Values: { Count: > 0 and <= PutCategory.MostValues } values }
        && values.All(value => value.Code.Trim().Length is > 0 and <= 50 && value.Title.Trim().Length is > 0 and <= 50)
        && values.DistinctBy(value => value.Code).Count() == values.Count && values.DistinctBy(value => value.Title.Trim()).Count() == values.Count;
}

public sealed class PutCategoryHandler(DocumentDesk desk) : IRequestHandler<PutCategory, Result<SavedDocument>>
{
    public Task<Result<SavedDocument>> Handle(PutCategory request, CancellationToken cancellationToken)
    {
        var change = new DocumentChange("organisation", request.Revision, request.IsNew ? "admin.category-added" : "admin.category-changed", $"category:{request.Code}")
        {
            Detail = $"{request.DefinitionId} {request.Department} {request.Level}", Note = request.Note,
        };
        return desk.ChangeAsync(change, edit => Edit(edit, request), cancellationToken);
    }

    private static Refusal? Edit(DocumentEdit edit, PutCategory request)
    {
        var category = edit.Find("categories", "code", request.Code);
        if (request.IsNew && category is not null)
            return new EntryTaken("类别代码", request.Code);
        if (!request.IsNew && category is null)
            return new EntryNotFound("类别", request.Code);
        if (category is null)
            edit.List("categories").Add(category = new JsonObject { ["code"] = request.Code });
        else if (RefuseLevel(DocumentJson.Text(category["level"])!, request) is { } refusal)
            return refusal;
        category.Put("name", request.Name);
        category.Put("kinds", request.Kinds.Distinct());
        category["definitionId"] = request.DefinitionId;
        category.Put("department", request.Department);
        category["level"] = request.Level;
        category.Put("required", request.Required.Distinct());
        if (request.Attributes is not { } attributes)
            return null;
        return RefuseRetiring(edit.Home, request) is { } needed ? needed : PutAttributes(category, attributes);
    }

    private static Refusal? RefuseLevel(string current, PutCategory request)
    {
        var (was, asked) = (Levels.Find(current), Levels.Find(request.Level));
        if (asked < was)
            return new LevelLowered();
        return asked > was && !request.ConfirmLevel ? new LevelRaised() : null;
    }

    // Where a limit depends on an attribute, cases without it would fall under the strictest row.
    private static StillNeeded? RefuseRetiring(Installed home, PutCategory request)
    {
        var known = home.Directory.Profile.Categories.GetValueOrDefault(request.Code)?.Attributes;
        foreach (var attribute in request.Attributes!.Where(attribute => !attribute.IsActive && known?.GetValueOrDefault(attribute.Code) is { IsActive: true }))
        {
            var rule = home.RuleSets.SelectMany(set => set.Rules).FirstOrDefault(rule =>
                rule.When.Category?.Contains(request.Code) != false && rule.When.Attributes.Any(condition => condition.Attribute == attribute.Code));
            if (rule is not null)
                return new StillNeeded($"补充项“{attribute.Title}”", $"时限“{rule.Name}”（{rule.Article}）按它确定");
        }

        return null;
    }

    private static AttributeRemoved? PutAttributes(JsonObject category, IReadOnlyList<CategoryView.AttributeView> attributes)
    {
        if (attributes.Count == 0 && !category.ContainsKey("attributes"))
            return null;
        var known = category["attributes"] as JsonObject;
        if (known is null)
            category["attributes"] = known = [];
        if (known.FirstOrDefault(property => attributes.All(attribute => attribute.Code != property.Key)).Key is { } gone)
            return new AttributeRemoved(DocumentJson.Text(known[gone]!["title"]) ?? gone);
        foreach (var attribute in attributes)
        {
            if (known[attribute.Code] is not JsonObject spec)
                known[attribute.Code] = spec = new JsonObject { ["title"] = attribute.Title, ["type"] = attribute.Type };
            spec.Put("title", attribute.Title);
            var values = (spec["values"] as JsonArray)?.OfType<JsonObject>().Select(value => DocumentJson.Text(value["code"])).ToList() ?? [];
            if (values.Find(code => attribute.Values?.Any(value => value.Code == code) != true) is { } value)
                return new AttributeRemoved($"{attribute.Title}：{value}");
            if (attribute.Values is { Count: > 0 })
                spec["values"] = new JsonArray([.. attribute.Values.Select(v => (JsonNode?)new JsonObject { ["code"] = v.Code, ["title"] = v.Title })]);
            spec.Put("required", attribute.Required, usual: false);
            spec.Put("active", attribute.IsActive, usual: true);
        }

        return null;
    }
}
