using Bpm.Domain.Complaints;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Complaints;

internal sealed class CaseNoteConfiguration(TextCipher cipher) : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("CaseNotes");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).AsSealed(cipher, "CaseNotes");
    }
}
