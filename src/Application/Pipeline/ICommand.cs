using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Pipeline;

/// <summary>A use case that changes something: runs in one write transaction, rolled back when it is refused.</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>Marks any <see cref="ICommand{T}"/>.</summary>
public interface ICommand;
