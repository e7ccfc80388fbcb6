namespace Bpm.Persistence;

/// <summary>The databases that the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the product; one node.</summary>
    Sqlite,
}
