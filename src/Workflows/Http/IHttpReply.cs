namespace Bpm.Workflows.Http;

/// <summary>Host object of a burst that a request under <c>/workflows/</c> may have caused.</summary>
public interface IHttpReply
{
    /// <summary>Where the answer goes; null where no request caused the burst.</summary>
    HttpReplySlot? Reply { get; set; }
}
