using Bpm.Persistence.Absences;
using Bpm.Persistence.Accounts;
using Bpm.Persistence.Audit;
using Bpm.Persistence.Columns;
using Bpm.Persistence.Complaints;
using Bpm.Persistence.Definitions;
using Bpm.Persistence.Due;
using Bpm.Persistence.Encryption;
using Bpm.Persistence.Http;
using Bpm.Persistence.Idempotency;
using Bpm.Persistence.Installation;
using Bpm.Persistence.Instances;
using Bpm.Persistence.Notices;
using Bpm.Persistence.Outages;
using Bpm.Persistence.Outbox;
using Bpm.Persistence.Penalties;
using Bpm.Persistence.Reports;
using Bpm.Persistence.Tasks;
using Bpm.Persistence.Triggers;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence;

/// <summary>The model. Opens no connection and no transaction of its own: both are its session's.</summary>
internal abstract class BpmDbContext : DbContext
{
    protected BpmDbContext(DbContextOptions options, TextCipher cipher)
        : base(options)
    {
        Cipher = cipher;
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        Database.AutoSavepointsEnabled = false;

        // The session looks for changes once, when it saves.
        ChangeTracker.AutoDetectChangesEnabled = false;
    }

    /// <summary>Seals text columns; part of the model's cache key.</summary>
    public TextCipher Cipher { get; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

        // By name: members of an enumeration may be reordered.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new CaseConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new SlaClockConfiguration());
        modelBuilder.ApplyConfiguration(new HumanTaskConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new AttachmentConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new ReplyConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new FollowUpAttemptConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new CaseLinkConfiguration());
        modelBuilder.ApplyConfiguration(new CaseNoteConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new DisclosureConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new NoticeConfiguration());
        modelBuilder.ApplyConfiguration(new AuditEntryConfiguration());
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new AbsenceConfiguration());
        modelBuilder.ApplyConfiguration(new OutageConfiguration());
        modelBuilder.ApplyConfiguration(new PenaltyConfiguration(Cipher));
        modelBuilder.ApplyConfiguration(new AccountConfiguration());
        modelBuilder.ApplyConfiguration(new SavedFilterConfiguration());
        modelBuilder.ApplyConfiguration(new PackDocumentConfiguration());
        modelBuilder.ApplyConfiguration(new DefinitionRecordConfiguration());
        modelBuilder.ApplyConfiguration(new ReportConfiguration());
        CaseContactTable.Declare(modelBuilder);
        DueTable.Declare(modelBuilder);
        HttpCallTable.Declare(modelBuilder);
        IdempotencyTable.Declare(modelBuilder);
        InstanceTables.Declare(modelBuilder);
        PackDocumentVersionTable.Declare(modelBuilder);
        SerialTable.Declare(modelBuilder);
        SettingTables.Declare(modelBuilder);
        TaskKeyTable.Declare(modelBuilder);
        TriggerTable.Declare(modelBuilder);
    }
}
