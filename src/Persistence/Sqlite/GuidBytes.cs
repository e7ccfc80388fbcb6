using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bpm.Persistence.Sqlite;

/// <summary>Ids as 16 bytes in the order of their text: half the size, and version-7 ids still sort by time.</summary>
internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
