using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>
/// Makes a rule set that holds from a day in the future: a copy of the latest one, to be changed until that day. Cases received before keep
/// the rules that were in force.
/// </summary>
/// <param name="EffectiveFrom">Its first local day.</param>
/// <param name="Note">Why, for example the document that orders it.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record CreateRuleSet(DateOnly EffectiveFrom, string? Note) : ICommand<SavedDocument>;

public sealed class CreateRuleSetValidator : AbstractValidator<CreateRuleSet>
{
    public CreateRuleSetValidator()
    {
        RuleFor(request => request.EffectiveFrom.Year).LessThanOrEqualTo(2100).OverridePropertyName("effectiveFrom").WithMessage("生效日期过远，请核对。");
        RuleFor(request => request.Note).NotEmpty().WithMessage("请写明依据，例如文件名称和文号。").MaximumLength(500).WithMessage("说明不超过 500 字。");
    }
}

public sealed class CreateRuleSetHandler(DocumentDesk desk, RuleSets sets, IPackStore packs, Caller caller) : IRequestHandler<CreateRuleSet, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(CreateRuleSet request, CancellationToken cancellationToken)
    {
        var code = caller.Member.Organisation;
        var latest = (await packs.OfAsync(code, cancellationToken)).Where(d => d.Kind == "rules").MaxBy(d => d.EffectiveFrom)!;
        var today = sets.Today(code);
        var earliest = (latest.EffectiveFrom > today ? latest.EffectiveFrom : today).AddDays(1);
        if (request.EffectiveFrom < earliest)
            return new RuleSetTooEarly(earliest);
        var day = request.EffectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var root = DocumentJson.Read(latest.Json);
        root["effectiveFrom"] = day;
        root.Remove("effectiveFromNote");
        return await desk.AddAsync(
            new("rules", null, "admin.rule-set-created", $"rules:{day}") { EffectiveFrom = request.EffectiveFrom, Note = request.Note }, DocumentJson.Write(root), cancellationToken);
    }
}
