using Bpm.Application.Transactions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Pipeline;

/// <summary>Runs a command in one transaction: all of it is committed, or, when refused or failed, nothing.</summary>
public sealed class TransactionBehavior<TRequest, TResponse>(ITransaction transaction) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is ICommand
            ? transaction.RunAsync(_ => next(), response => response is IRefusable { Refusal: null }, cancellationToken)
            : next();
}
