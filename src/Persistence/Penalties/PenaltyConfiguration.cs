using Bpm.Domain.Penalties;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bpm.Persistence.Penalties;

internal sealed class PenaltyConfiguration(TextCipher cipher) : IEntityTypeConfiguration<Penalty>
{
    /// <summary>Parts of a CNY that amounts are kept in, so that the database adds them exactly.</summary>
    public const int Parts = 100;

    public void Configure(EntityTypeBuilder<Penalty> builder)
    {
        builder.ToTable("Penalties");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Amount).HasConversion(amount => (long?)(amount * Parts), parts => (decimal?)parts / Parts);
        builder.Property(p => p.Day).HasConversion(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
        builder.Property(p => p.Evidence).AsSealed(cipher, "Penalties");
        builder.Property(p => p.Acts).AsSealed(cipher, "Penalties");
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.Ignore(p => p.CanBeAppealed);
        builder.Ignore(p => p.IsIncomplete);

        builder.HasIndex(p => p.CaseId);
        // A breach proposes each row once, whatever happens beside it.
        builder.HasIndex(p => new { p.ClockId, p.Article, p.Slot }).IsUnique().HasFilter("\"ClockId\" IS NOT NULL");
        // The ledger, what of it waits, and what concerns one person, each by day; sums read the index alone.
        builder.HasIndex(p => new { p.Organisation, p.Day, p.State, p.CaseId, p.Person, p.Department, p.Article, p.Amount, p.Points }).HasDatabaseName("IX_Penalties_Days");
        builder.HasIndex(p => new { p.Organisation, p.State, p.Day, p.CaseId, p.Person }).HasDatabaseName("IX_Penalties_States");
        builder.HasIndex(p => new { p.Organisation, p.Person, p.Day, p.State, p.CaseId, p.Department, p.Article, p.Amount, p.Points }).HasDatabaseName("IX_Penalties_People");
    }
}
