using Bpm.Domain.Clocks;
using Bpm.Persistence.Columns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Complaints;

internal sealed class SlaClockConfiguration : IEntityTypeConfiguration<SlaClock>
{
    public void Configure(EntityTypeBuilder<SlaClock> builder)
    {
        builder.ToTable("SlaClocks");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Thresholds).AsJson();
        builder.Property(c => c.Pauses).AsJson();

        // What is overdue now, and what was missed in a time, over all cases.
        // With all that supervision asks of a clock: the rows themselves are long, and thousands may be overdue.
        builder.HasIndex(c => new { c.DueAt, c.Id, c.CaseId, c.State, c.RuleId, c.Department, c.IsTarget }).HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_SlaClocks_Open");
        // What figures and supervision ask of the clocks of a case.
        builder.HasIndex(c => new { c.CaseId, c.RuleId, c.State, c.IsTarget, c.BreachedAt, c.EndedAt }).HasDatabaseName("IX_SlaClocks_OfCase");
        builder.HasIndex(c => c.BreachedAt).HasFilter("\"BreachedAt\" IS NOT NULL");
        // What to compute anew when a year's calendar becomes known.
        builder.HasIndex(c => new { c.Estimated, c.CaseId }).HasFilter("\"EndedAt\" IS NULL AND \"Estimated\"");
    }
}
