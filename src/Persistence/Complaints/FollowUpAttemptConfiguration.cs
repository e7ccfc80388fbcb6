using Bpm.Domain.FollowUp;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Complaints;

internal sealed class FollowUpAttemptConfiguration(TextCipher cipher) : IEntityTypeConfiguration<FollowUpAttempt>
{
    public void Configure(EntityTypeBuilder<FollowUpAttempt> builder)
    {
        builder.ToTable("FollowUps");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Note).AsSealed(cipher, "FollowUps");
        builder.HasIndex(r => r.At);
        builder.HasIndex(r => new { r.CaseId, r.Attempt, r.Result });
    }
}
