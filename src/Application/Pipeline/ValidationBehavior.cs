using FluentValidation;
using MediatR;

namespace Bpm.Application.Pipeline;

/// <summary>Checks the shape of a request before its handler sees it; messages are Chinese and keyed by field.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();
        if (failures.Count == 0)
            return next();
        var errors = failures
            .GroupBy(failure => CamelCase(failure.PropertyName))
            .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).Distinct().ToArray());
        return Task.FromResult(Refuse<TResponse>.With(new InvalidRequest(errors)));
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
