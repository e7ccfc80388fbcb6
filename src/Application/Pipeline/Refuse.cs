using System.Linq.Expressions;
using Bpm.Domain;

namespace Bpm.Application.Pipeline;

/// <summary>Turns a refusal into a <see cref="Result{T}"/> whose value type is known only as the response type of a behaviour.</summary>
internal static class Refuse<TResponse>
{
    public static readonly Func<Refusal, TResponse> With = Compile();

    private static Func<Refusal, TResponse> Compile()
    {
        var refusal = Expression.Parameter(typeof(Refusal));
        return Expression.Lambda<Func<Refusal, TResponse>>(Expression.Convert(refusal, typeof(TResponse)), refusal).Compile();
    }
}
