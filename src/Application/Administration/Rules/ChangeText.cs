using System.Text.RegularExpressions;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>Changes a fixed text of a rule set that is not in force yet; cases received before keep the text that was.</summary>
/// <param name="EffectiveFrom">Which set.</param>
/// <param name="Id">Article or template that it belongs to.</param>
/// <param name="Text">The new words; a template keeps the places that it had.</param>
/// <param name="Revision">Revision of the set's document that was seen; null where it does not matter.</param>
/// <param name="Note">Why.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record ChangeText(DateOnly EffectiveFrom, string Id, string Text, long? Revision, string? Note) : ICommand<SavedDocument>;

public sealed class ChangeTextValidator : AbstractValidator<ChangeText>
{
    public ChangeTextValidator()
    {
        RuleFor(request => request.Text).NotEmpty().WithMessage("请填写用语。").MaximumLength(2000).WithMessage("用语不超过 2000 字。");
        RuleFor(request => request.Note).MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed partial class ChangeTextHandler(DocumentDesk desk, RuleSets sets, Caller caller) : IRequestHandler<ChangeText, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(ChangeText request, CancellationToken cancellationToken)
    {
        if (request.EffectiveFrom <= sets.Today(caller.Member.Organisation))
            return new RuleSetInForce(request.EffectiveFrom);
        var change = new DocumentChange("rules", request.Revision, "admin.text-changed", $"text:{request.Id}")
        {
            EffectiveFrom = request.EffectiveFrom, Detail = $"{request.EffectiveFrom:yyyy-MM-dd}", Note = request.Note,
        };
        return await desk.ChangeAsync(
            change,
            edit =>
            {
                if (edit.Find("texts", "id", request.Id) is not { } text)
                    return new EntryNotFound("固定用语", request.Id);
                var places = Places().Matches(DocumentJson.Text(text["text"]) ?? "").Select(match => match.Value).ToHashSet();
                if (Places().Matches(request.Text).Select(match => match.Value).FirstOrDefault(place => !places.Contains(place)) is { } wrong)
                    return new InvalidRequest("text", places.Count == 0 ? $"这条用语没有可填充的位置，请去掉 {wrong}。" : $"不能使用 {wrong}，可用：{string.Join('、', places)}。");
                text["text"] = request.Text.Trim();
                return null;
            },
            cancellationToken);
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Places();
}
