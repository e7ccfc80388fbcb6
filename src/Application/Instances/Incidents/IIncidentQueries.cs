namespace Bpm.Application.Instances.Incidents;

/// <summary>Lists of incidents that nobody has dealt with yet.</summary>
public interface IIncidentQueries
{
    /// <summary>A page, newest first.</summary>
    Task<Page<IncidentRow>> ListAsync(IncidentFilter filter, CancellationToken cancellationToken);

    /// <summary>The workflows that have any, with how many, by name.</summary>
    Task<IReadOnlyList<IncidentCount>> CountAsync(string organisation, CancellationToken cancellationToken);
}
