using Bpm.Domain.Complaints;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Complaints;

internal sealed class ReplyConfiguration(TextCipher cipher) : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("Replies");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).AsSealed(cipher, "Replies");
    }
}
