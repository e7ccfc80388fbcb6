using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Idempotency;

/// <summary>Forgets answers to repeated requests after a week; nobody repeats a request that late.</summary>
[MayRun(Permission.System)]
public sealed record ForgetAnswers : ICommand<Done>;

public sealed class ForgetAnswersHandler(IIdempotencyStore store, TimeProvider systemClock) : IRequestHandler<ForgetAnswers, Result<Done>>
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public async Task<Result<Done>> Handle(ForgetAnswers request, CancellationToken cancellationToken)
    {
        await store.ForgetAsync(systemClock.GetUtcNow() - KeptFor, cancellationToken);
        return default(Done);
    }
}
