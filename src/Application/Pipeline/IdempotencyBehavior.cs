using Bpm.Application.Idempotency;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Pipeline;

/// <summary>
/// Makes a repeated request harmless: inside the command's own transaction it replays the first answer, or keeps the new one.
/// </summary>
public sealed class IdempotencyBehavior<TRequest, TResponse>(IdempotencyKey key, IIdempotencyStore store, TimeProvider systemClock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand || !key.Use())
            return await next();
        var earlier = await store.FindAsync(key.Hash, cancellationToken);
        if (earlier is not null)
            return earlier.BodyHash == key.BodyHash ? Answer<TResponse>.Read(earlier.Body) : Refuse<TResponse>.With(new IdempotencyKeyReused());
        var response = await next();
        if (response is IRefusable { Refusal: null })
            await store.AddAsync(new(key.Hash, key.BodyHash, Answer<TResponse>.Write(response), systemClock.GetUtcNow()), cancellationToken);
        return response;
    }
}
