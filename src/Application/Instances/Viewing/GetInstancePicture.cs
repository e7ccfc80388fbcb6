using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>One instance of the caller's organisation with its runs.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record GetInstancePicture(string InstanceId) : IQuery<InstancePicture>;

public sealed class GetInstancePictureHandler(InstancePictures pictures) : IRequestHandler<GetInstancePicture, Result<InstancePicture>>
{
    public async Task<Result<InstancePicture>> Handle(GetInstancePicture request, CancellationToken cancellationToken) =>
        await pictures.FindAsync(request.InstanceId, cancellationToken) is { } picture ? picture : new InstanceNotFound();
}
