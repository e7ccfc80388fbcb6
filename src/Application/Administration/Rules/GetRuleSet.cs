using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>One rule set with all its articles.</summary>
/// <param name="EffectiveFrom">Its first day; null for the one in force now.</param>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record GetRuleSet(DateOnly? EffectiveFrom) : IQuery<RuleSetView>;

public sealed class GetRuleSetHandler(RuleSets sets, OrganisationRegistry organisations, Caller caller) : IRequestHandler<GetRuleSet, Result<RuleSetView>>
{
    public async Task<Result<RuleSetView>> Handle(GetRuleSet request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        var all = await sets.AllAsync(home.Code, cancellationToken);
        var summary = request.EffectiveFrom is { } day ? all.FirstOrDefault(set => set.EffectiveFrom == day) : all.FirstOrDefault(set => set.State == "current") ?? all[^1];
        return summary is null
            ? new DocumentNotFound()
            : RuleSets.View(summary, home.RuleSets.First(set => set.EffectiveFrom == summary.EffectiveFrom), home.Directory);
    }
}
