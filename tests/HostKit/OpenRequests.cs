namespace Bpm.HostKit;

/// <summary>Counts the requests that were sent and not answered yet.</summary>
public sealed class OpenRequests : DelegatingHandler
{
    private int _count;

    /// <summary>How many there are now.</summary>
    public int Count => Volatile.Read(ref _count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }
}
