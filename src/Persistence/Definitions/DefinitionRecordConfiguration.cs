using Bpm.Application.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Definitions;

internal sealed class DefinitionRecordConfiguration : IEntityTypeConfiguration<DefinitionRecord>
{
    public void Configure(EntityTypeBuilder<DefinitionRecord> builder)
    {
        builder.ToTable("Definitions");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();

        // With the id at its end the index alone answers which version a new case starts with.
        builder.HasIndex(d => new { d.DefinitionId, d.IsPublished, d.Id });
        builder.HasIndex(d => new { d.Organisation, d.IsPublished });
        builder.HasIndex(d => new { d.Organisation, d.IsLatest });
        builder.Ignore(d => d.IsDraft);
    }
}
