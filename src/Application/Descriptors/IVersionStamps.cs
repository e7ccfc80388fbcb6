namespace Bpm.Application.Descriptors;

/// <summary>Stored versions of an organisation's definitions, without their content.</summary>
public interface IVersionStamps
{
    /// <summary>All of them, by definition and version.</summary>
    Task<IReadOnlyList<VersionStamp>> ListAsync(string organisation, CancellationToken cancellationToken);
}
