namespace Bpm.Application.Installation;

/// <summary>Single values of the installation, such as the stored virtual time.</summary>
public interface ISettings
{
    Task<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes within the running transaction.</summary>
    Task PutAsync(string name, string value, CancellationToken cancellationToken);
}
