using Bpm.Workflows.Http;

namespace Bpm.Application.Http;

/// <summary>A request to an outside system that was committed with the burst that ordered it; gone once its answer is with the activity that waits.</summary>
/// <param name="Id">Also the <c>Idempotency-Key</c> towards the outside system, the same at every attempt.</param>
/// <param name="Organisation">Organisation code.</param>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="CreatedAt">Business time, UTC.</param>
/// <param name="Attempts">Attempts begun so far.</param>
/// <param name="Order">What to send; sealed at rest.</param>
/// <param name="Result">What became of it, sealed at rest; null as long as it has to be sent.</param>
public sealed record HttpCall(
    Guid Id, string Organisation, string InstanceId, DateTimeOffset CreatedAt, int Attempts, HttpOrder Order, HttpResult? Result);
