using Bpm.Domain.Tasks;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Tasks;

internal sealed class HumanTaskConfiguration(TextCipher cipher) : IEntityTypeConfiguration<HumanTask>
{
    public void Configure(EntityTypeBuilder<HumanTask> builder)
    {
        builder.ToTable("Tasks");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Candidates).AsJson();
        builder.Property(t => t.Recorders).AsJson();
        builder.Property(t => t.Excluded).AsJson();
        builder.Property(t => t.Outcomes).AsJson();
        builder.Property(t => t.Texts).AsJson();
        builder.Property(t => t.LaterSigners).AsJson();
        builder.Property(t => t.Form).AsJson();
        builder.Property(t => t.Answer!).AsSealed(cipher, "Tasks").IsRequired(false);
        builder.Property(t => t.ClockRequests!).AsSealed(cipher, "Tasks").IsRequired(false);
        builder.Property(t => t.Effects!).AsJson().IsRequired(false);
        builder.Property(t => t.Handovers).AsSealed(cipher, "Tasks");
        builder.Property(t => t.Revision).IsConcurrencyToken();

        builder.HasIndex(t => new { t.Assignee, t.State });
        // Of the tasks of cases: those that wait, who holds which duty, what somebody did. Rows are long, so the lists read the indexes alone.
        builder.HasIndex(t => new { t.CaseId, t.Id, t.Organisation, t.Step, t.State, t.DueAt, t.OpenedAt }).HasFilter(TaskLists.IsActive).HasDatabaseName("IX_Tasks_Active");
        builder.HasIndex(t => new { t.CaseId, t.RuleId, t.Ordinal, t.Assignee, t.Candidates }).HasFilter("\"State\" = 'Claimed'").HasDatabaseName("IX_Tasks_Held");
        builder.HasIndex(t => new { t.CaseId, t.CompletedBy, t.CompletedAt, t.Id, t.State, t.Step, t.OpenedAt }).HasDatabaseName("IX_Tasks_OfCase");
        builder.HasIndex(t => new { t.CompletedBy, t.CompletedAt, t.Id, t.State, t.Organisation, t.Step, t.OpenedAt }).HasDatabaseName("IX_Tasks_Done");
        builder.HasIndex(t => new { t.Step, t.CompletedAt });
    }
}
