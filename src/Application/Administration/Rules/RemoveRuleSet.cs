using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>Drops a rule set that is not in force yet.</summary>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record RemoveRuleSet(DateOnly EffectiveFrom, string? Note) : ICommand<SavedDocument>;

public sealed class RemoveRuleSetHandler(DocumentDesk desk, RuleSets sets, Caller caller) : IRequestHandler<RemoveRuleSet, Result<SavedDocument>>
{
    public async Task<Result<SavedDocument>> Handle(RemoveRuleSet request, CancellationToken cancellationToken)
    {
        if (request.EffectiveFrom <= sets.Today(caller.Member.Organisation))
            return new RuleSetInForce(request.EffectiveFrom);
        return await desk.RemoveAsync(
            new("rules", null, "admin.rule-set-removed", $"rules:{request.EffectiveFrom:yyyy-MM-dd}") { EffectiveFrom = request.EffectiveFrom, Note = request.Note }, cancellationToken);
    }
}
