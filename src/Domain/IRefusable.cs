namespace Bpm.Domain;

/// <summary>What a pipeline needs to know of a <see cref="Result{T}"/>: whether the request was refused.</summary>
public interface IRefusable
{
    /// <summary>The refusal, or null when there is a value.</summary>
    Refusal? Refusal { get; }
}
