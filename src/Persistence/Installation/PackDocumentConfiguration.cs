using Bpm.Application.Installation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Installation;

internal sealed class PackDocumentConfiguration : IEntityTypeConfiguration<PackDocument>
{
    public void Configure(EntityTypeBuilder<PackDocument> builder)
    {
        builder.ToTable("PackDocuments");
        builder.HasKey(d => new { d.Organisation, d.Kind, d.EffectiveFrom });
        builder.Property(d => d.EffectiveFrom).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        // Rows from before documents could be changed.
        builder.Property(d => d.Revision).HasDefaultValue(1L);
        builder.Property(d => d.SavedAt).HasDefaultValue(DateTimeOffset.UnixEpoch);
        builder.Property(d => d.SavedBy).HasDefaultValue("system");
    }
}
