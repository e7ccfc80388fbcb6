using Bpm.Domain.Organisation;

namespace Bpm.Application.Absences;

/// <summary>Absences of staff. Inside a transaction what is found is tracked.</summary>
public interface IAbsenceStore
{
    void Add(Absence absence);

    /// <summary>The absence with this id, or null.</summary>
    Task<Absence?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Absences of a person that have not ended at a moment, the earliest first.</summary>
    Task<IReadOnlyList<Absence>> OfAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Absences that have not ended at a moment and for which somebody stands in.</summary>
    Task<IReadOnlyList<Absence>> CoveredByAsync(string substitute, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Absences that last at a moment, of a person or with the person as substitute.</summary>
    Task<IReadOnlyList<Absence>> ConcerningAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Absences of an organisation that have not ended at a moment, the earliest first; at most 500.</summary>
    Task<IReadOnlyList<Absence>> OfOrganisationAsync(string organisation, DateTimeOffset now, CancellationToken cancellationToken);
}
