using Bpm.Domain.Reports;
using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Reports;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Date).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(r => r.Rows).AsJson();

        builder.HasIndex(r => new { r.Organisation, r.Code, r.Date }).IsUnique();
        builder.HasIndex(r => new { r.Organisation, r.Code, r.PeriodFrom });
        builder.HasIndex(r => r.CaseId);
    }
}
