using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Sqlite;

/// <summary>Ids as <see cref="GuidBytes"/> stores them.</summary>
internal sealed class SqliteKeys : IKeyFormat
{
    public static SqliteKeys Instance { get; } = new();

    public object Write(Guid id) => id.ToByteArray(bigEndian: true);

    public Guid Read(object key) => new((byte[])key, bigEndian: true);
}
