using Bpm.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Audit;

/// <summary>No foreign key to the case: the trail outlives it.</summary>
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.CaseId, a.At });
        builder.HasIndex(a => new { a.Organisation, a.At });
        builder.HasIndex(a => new { a.Organisation, a.At }, "IX_AuditEntries_OfNoCase").HasFilter("\"CaseId\" IS NULL");
        builder.HasIndex(a => new { a.Organisation, a.Actor, a.At });
        builder.HasIndex(a => new { a.Organisation, a.Action, a.At });
    }
}
