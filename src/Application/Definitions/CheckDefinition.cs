using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Workflows.Checks;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>What publishing the newest version of a definition would say about it; stores nothing.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record CheckDefinition(string DefinitionId) : IQuery<DefinitionFindings>;

/// <summary>What is wrong or doubtful, errors first.</summary>
public sealed record DefinitionFindings(IReadOnlyList<Finding> Items);

public sealed class CheckDefinitionHandler(IDefinitionStore store, DefinitionGate gate, OrganisationRegistry organisations, Caller caller)
    : IRequestHandler<CheckDefinition, Result<DefinitionFindings>>
{
    public async Task<Result<DefinitionFindings>> Handle(CheckDefinition request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        if (await store.FindLatestAsync(request.DefinitionId, cancellationToken) is not { } latest || latest.Organisation != home.Code)
            return new DefinitionNotFound(request.DefinitionId);
        var findings = await gate.FindingsAsync(store, latest, home, cancellationToken);
        return new DefinitionFindings([.. findings.OrderByDescending(finding => finding.Severity == Severity.Error)]);
    }
}
