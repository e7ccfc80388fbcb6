using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>Which definitions use this one as an activity: publishing it publishes them anew.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ListConsumers(string DefinitionId) : IQuery<DefinitionUsers>;

/// <summary>Users of a definition, each once.</summary>
public sealed record DefinitionUsers(IReadOnlyList<DefinitionUsers.User> Items)
{
    /// <summary>A definition that uses it.</summary>
    public sealed record User(string DefinitionId, string Name);
}

public sealed class ListConsumersHandler(DefinitionConsumers consumers, Caller caller) : IRequestHandler<ListConsumers, Result<DefinitionUsers>>
{
    public async Task<Result<DefinitionUsers>> Handle(ListConsumers request, CancellationToken cancellationToken)
    {
        var users = await consumers.OfAsync(request.DefinitionId, caller.Member.Organisation, cancellationToken);
        return new DefinitionUsers([.. users.DistinctBy(user => user.DefinitionId).Select(user => new DefinitionUsers.User(user.DefinitionId, user.Name))]);
    }
}
