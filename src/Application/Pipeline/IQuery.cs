using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Pipeline;

/// <summary>A use case that only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;
