using System.Diagnostics.CodeAnalysis;

namespace Bpm.Domain;

/// <summary>A value, or the <see cref="Domain.Refusal"/> that stands in its place.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Result<T> : IRefusable
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>The refusal, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when the request was refused.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The request was refused.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
