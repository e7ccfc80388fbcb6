using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;
using Bpm.Workflows.Activities;
using MediatR;

namespace Bpm.Application.Descriptors;

/// <summary>What scripts of a definition can call, as TypeScript declarations; a definition that is not there adds nothing to what all have.</summary>
/// <param name="DefinitionId">Its newest version counts.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record GetScriptDeclarations(string DefinitionId) : IQuery<string>;

public sealed class GetScriptDeclarationsHandler(IDefinitionStore definitions, Caller caller) : IRequestHandler<GetScriptDeclarations, Result<string>>
{
    public async Task<Result<string>> Handle(GetScriptDeclarations request, CancellationToken cancellationToken)
    {
        var latest = await definitions.FindLatestAsync(request.DefinitionId, cancellationToken);
        var definition = latest?.Organisation == caller.Member.Organisation ? WorkflowDefinition.Parse(latest.Json) : null;
        return CaseScripts.Declarations + ScriptDeclarations.Of(definition);
    }
}
