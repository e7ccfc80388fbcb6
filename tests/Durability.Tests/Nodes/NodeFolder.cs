using Bpm.HostKit;
using Bpm.TestKit;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>A data folder, and a clock that stands still until the test moves it; for one node after another, or several at once.</summary>
public sealed class NodeFolder : IDisposable
{
    private readonly string _path = InProcessHost.NewDirectory();

    public NodeFolder()
    {
        // One key for all folders: the database's model depends on it, and is built once then.
        Directory.CreateDirectory(Path.Combine(_path, "keys"));
        File.WriteAllBytes(Path.Combine(_path, "keys", "text.key"), [.. Enumerable.Repeat((byte)7, 32)]);
    }

    /// <summary>Bytes of the log of what was committed last.</summary>
    public long LogLength => new FileInfo(LogPath).Length;

    /// <summary>What a crash would leave that got no further in writing than this many bytes of the log.</summary>
    public NodeFolder CutAt(long length)
    {
        var cut = new NodeFolder();
        cut.Clock.MoveTo(Clock.GetUtcNow());
        File.Copy(Path.Combine(_path, "bpm.db"), Path.Combine(cut._path, "bpm.db"));
        File.Copy(LogPath, cut.LogPath);
        using var log = new FileStream(cut.LogPath, FileMode.Open);
        log.SetLength(length);
        return cut;
    }

    private string LogPath => Path.Combine(_path, "bpm.db-wal");

    /// <summary>Begins 2026-09-30 16:00 in Shanghai.</summary>
    public TestClock Clock { get; } = new(new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero));

    /// <summary>One more node.</summary>
    public Task<Node> StartAsync() => Node.StartAsync(_path, Clock);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
