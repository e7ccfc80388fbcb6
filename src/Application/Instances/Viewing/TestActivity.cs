using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>Runs one activity by itself. Nothing can: what an activity does hangs on its case and its place in the flow.</summary>
[MayRun(Permission.RunWorkflows)]
public sealed record TestActivity : IQuery<Done>;

public sealed class TestActivityHandler : IRequestHandler<TestActivity, Result<Done>>
{
    public Task<Result<Done>> Handle(TestActivity request, CancellationToken cancellationToken) => Task.FromResult<Result<Done>>(new ActivityNotTestable());
}
