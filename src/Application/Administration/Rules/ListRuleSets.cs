using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Rules;

/// <summary>The rule sets of the caller's organisation, the latest first.</summary>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record ListRuleSets : IQuery<Page<RuleSetSummary>>;

public sealed class ListRuleSetsHandler(RuleSets sets, Caller caller) : IRequestHandler<ListRuleSets, Result<Page<RuleSetSummary>>>
{
    public async Task<Result<Page<RuleSetSummary>>> Handle(ListRuleSets request, CancellationToken cancellationToken)
    {
        var all = await sets.AllAsync(caller.Member.Organisation, cancellationToken);
        return new Page<RuleSetSummary>(all, all.Count);
    }
}
