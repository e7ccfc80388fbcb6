namespace Bpm.Persistence.Sqlite;

/// <summary>How long one batch may grow before it is flushed.</summary>
/// <param name="Items">The most items a batch takes.</param>
/// <param name="Time">No further item joins a batch that is older than this.</param>
internal sealed record WriterLimits(int Items, TimeSpan Time)
{
    /// <summary>A flush costs about as much as this time: longer batches win little and make the first wait.</summary>
    public static WriterLimits Default { get; } = new(64, TimeSpan.FromMilliseconds(5));
}
