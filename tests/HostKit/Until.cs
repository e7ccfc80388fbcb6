using System.Diagnostics;

namespace Bpm.HostKit;

/// <summary>Waiting on a condition of another process or of background work, with an end.</summary>
public static class Until
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan longest, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > longest)
                throw new TimeoutException(otherwise);
            await Task.Delay(Between);
        }
    }
}
