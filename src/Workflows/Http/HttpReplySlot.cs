namespace Bpm.Workflows.Http;

/// <summary>Keeps the answer that a burst gives until the burst is stored. One for each try of a request; not thread-safe.</summary>
public sealed class HttpReplySlot
{
    /// <summary>The answer, or null as long as there is none.</summary>
    public HttpReply? Written { get; private set; }

    /// <summary>Gives the answer.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public void Write(HttpReply reply) =>
        Written = Written is null ? reply : throw new InvalidOperationException("There is an answer already.");
}
