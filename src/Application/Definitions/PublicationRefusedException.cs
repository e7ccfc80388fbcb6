using Bpm.Domain;

namespace Bpm.Application.Definitions;

/// <summary>A publishing that was approved cannot be done: what led to it is taken back, and whoever did it is told.</summary>
/// <param name="refusal">Why.</param>
public sealed class PublicationRefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
