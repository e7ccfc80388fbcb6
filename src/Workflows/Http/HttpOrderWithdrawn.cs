namespace Bpm.Workflows.Http;

/// <summary>Nobody waits for an answer any more: an order that is not sent yet need not be.</summary>
/// <param name="BookmarkId">Of the order.</param>
public sealed record HttpOrderWithdrawn(string BookmarkId);
