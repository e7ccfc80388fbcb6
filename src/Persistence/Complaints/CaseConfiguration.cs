using Bpm.Domain.Complaints;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Complaints;

internal sealed class CaseConfiguration(TextCipher cipher) : IEntityTypeConfiguration<Case>
{
    /// <summary>Raised with every change of the aggregate.</summary>
    public const string Version = "Version";

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Attributes).AsJson();
        builder.Property(c => c.Details).AsSealed(cipher, "Cases");
        builder.Property(c => c.Departments).AsJson();
        builder.Property(c => c.Accused).AsJson();
        builder.Property(c => c.FormerProcesses).AsJson();
        builder.Property<long>(Version).IsConcurrencyToken();
        builder.Ignore(c => c.LatestReply);
        builder.Ignore(c => c.Facts);
        builder.Ignore(c => c.PendingDisclosure);

        builder.HasMany(c => c.Clocks).WithOne().HasForeignKey(k => k.CaseId);
        builder.HasMany(c => c.Tasks).WithOne().HasForeignKey(t => t.CaseId);
        builder.HasMany(c => c.Attachments).WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany(c => c.Replies).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.FollowUps).WithOne().HasForeignKey(f => f.CaseId);
        builder.HasMany(c => c.Links).WithOne().HasForeignKey(l => l.CaseId);
        builder.HasMany(c => c.Disclosures).WithOne().HasForeignKey(d => d.CaseId);
        builder.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CaseId);
        builder.HasMany(c => c.Notices).WithOne().HasForeignKey(n => n.CaseId);

        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.InstanceId);
        // Each list is answered by an index alone: a row is long, and the lists of three years are counted. What lists select and narrow by stands behind
        // what they are ordered by. The first also carries what figures are made of.
        builder.HasIndex(c => new { c.Organisation, c.ReceivedAt, c.Id, c.Kind, c.Status, c.Category, c.Channel, c.Level, c.Department, c.Founded, c.Ending, c.ClosedAt, c.Accused, c.Number })
            .HasDatabaseName("IX_Cases_ByReceipt");
        builder.HasIndex(c => new { c.Organisation, c.Status, c.ReceivedAt, c.Id, c.Kind, c.Category, c.Channel, c.Level, c.Number }).HasDatabaseName("IX_Cases_ByStatus");
        builder.HasIndex(c => new { c.Organisation, c.Category, c.ReceivedAt, c.Id, c.Kind, c.Status, c.Channel, c.Level, c.Number }).HasDatabaseName("IX_Cases_ByCategory");
        builder.HasIndex(c => new { c.Organisation, c.Department, c.Level, c.Id }).HasDatabaseName("IX_Cases_ByDepartment");
        builder.HasIndex(c => new { c.Organisation, c.Level, c.Status, c.ReceivedAt, c.Id, c.Kind }).HasDatabaseName("IX_Cases_ByLevel");
        builder.HasIndex(c => new { c.RegisteredBy, c.Id, c.Category, c.Level, c.Department, c.Number }).HasDatabaseName("IX_Cases_ByRegistrar");
    }
}
