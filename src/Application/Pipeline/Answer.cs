using System.Linq.Expressions;
using System.Text.Json;
using Bpm.Domain;

namespace Bpm.Application.Pipeline;

/// <summary>Writes and reads the value inside a <see cref="Result{T}"/> for a behaviour that knows it only as its response type.</summary>
internal static class Answer<TResponse>
{
    private static readonly Type ValueType = typeof(TResponse).GetGenericArguments()[0];
    private static readonly Func<object, TResponse> Wrap = CompileWrap();
    private static readonly Func<TResponse, object> Unwrap = CompileUnwrap();

    public static byte[] Write(TResponse response) => JsonSerializer.SerializeToUtf8Bytes(Unwrap(response), ValueType, JsonSerializerOptions.Web);

    public static TResponse Read(byte[] body) => Wrap(JsonSerializer.Deserialize(body, ValueType, JsonSerializerOptions.Web)!);

    private static Func<object, TResponse> CompileWrap()
    {
        var value = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, TResponse>>(Expression.Convert(Expression.Convert(value, ValueType), typeof(TResponse)), value).Compile();
    }

    private static Func<TResponse, object> CompileUnwrap()
    {
        var response = Expression.Parameter(typeof(TResponse));
        return Expression.Lambda<Func<TResponse, object>>(
            Expression.Convert(Expression.Property(response, nameof(Result<object>.Value)), typeof(object)), response).Compile();
    }
}
