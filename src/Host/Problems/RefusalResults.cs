using Bpm.Domain;
using MediatR;

namespace Bpm.Host.Problems;

/// <summary>Runs a use case and answers with its value, or with the problem document of its refusal.</summary>
public static class RefusalResults
{
    public static Task<IResult> Ask<T>(this IMediator mediator, IRequest<Result<T>> request, CancellationToken cancellationToken) =>
        mediator.Ask(request, value => TypedResults.Ok(value), cancellationToken);

    public static async Task<IResult> Ask<T>(
        this IMediator mediator, IRequest<Result<T>> request, Func<T, IResult> answer, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(request, cancellationToken);
        return result.IsRefused ? Problem.Of(result.Refusal) : answer(result.Value);
    }
}
