using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bpm.Persistence.Columns;

/// <summary>Moments as UTC ticks: one number that every database orders and compares alike. What is read back is in UTC.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
