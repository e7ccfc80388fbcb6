using Bpm.Workflows.Http;

namespace Bpm.Application.Http;

/// <summary>Sends requests to outside systems. Called outside every transaction.</summary>
public interface IHttpSender
{
    /// <summary>Makes one attempt, in no longer than <see cref="OutgoingHttp.Timeout"/>.</summary>
    /// <param name="order">What to send.</param>
    /// <param name="idempotencyKey">Sent along, so that the receiver can tell a repeated attempt.</param>
    /// <returns>What became of it; a failure is a result, not an exception.</returns>
    Task<HttpResult> SendAsync(HttpOrder order, string idempotencyKey, CancellationToken cancellationToken);
}
