using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>The workflow's variables and their values. An ended instance has none any more; a confidential one shows names only.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ListInstanceVariables(string InstanceId) : IQuery<IReadOnlyList<InstanceVariable>>;

/// <summary>A variable.</summary>
/// <param name="Value">Null, bool, number, text, moment, list or dictionary.</param>
public sealed record InstanceVariable(string Id, string Name, object? Value);

public sealed class ListInstanceVariablesHandler(InstancePictures pictures) : IRequestHandler<ListInstanceVariables, Result<IReadOnlyList<InstanceVariable>>>
{
    public async Task<Result<IReadOnlyList<InstanceVariable>>> Handle(ListInstanceVariables request, CancellationToken cancellationToken) =>
        await pictures.FindAsync(request.InstanceId, cancellationToken) is { } picture
            ? (InstanceVariable[])
            [
                .. (picture.Graph?.Variables ?? []).Select(variable =>
                    new InstanceVariable(variable.Id, variable.Name, picture.ShowsAll ? picture.Instance.GetVariable(variable.Name) : InstancePicture.Hidden)),
            ]
            : new InstanceNotFound();
}
