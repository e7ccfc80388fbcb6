using Bpm.Persistence.Encryption;

namespace Bpm.Persistence;

/// <summary>The installation's database as a whole.</summary>
public interface IDatabase
{
    /// <summary>
    /// Makes the data folder, the key and the database where they are missing, and brings the tables up to date.
    /// Called once, before anything else uses the database.
    /// </summary>
    /// <returns>True when the installation is empty: nothing has ever been loaded into it.</returns>
    /// <exception cref="TextKeyException">The database holds sealed text, and its key is missing or another one.</exception>
    Task<bool> PrepareAsync(CancellationToken cancellationToken);
}
