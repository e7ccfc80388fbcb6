using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence;

/// <summary>The domain's rows. Opens no connection and no transaction of its own: both are its session's.</summary>
internal abstract class BpmDbContext : DbContext
{
    protected BpmDbContext(DbContextOptions options, TextCipher cipher)
        : base(options)
    {
        Cipher = cipher;
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Seals text columns; part of the model's cache key.</summary>
    public TextCipher Cipher { get; }
}
