namespace Bpm.Benchmarks.Persisted;

/// <summary>A folder for one benchmark on the disk that the repository is on; removed at the end.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine(AppContext.BaseDirectory, "data", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
