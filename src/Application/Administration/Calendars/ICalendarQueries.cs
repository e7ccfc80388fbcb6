namespace Bpm.Application.Administration.Calendars;

/// <summary>Finds what another calendar concerns.</summary>
public interface ICalendarQueries
{
    /// <summary>Cases with a clock in working days that runs, and is due at a moment or later or was estimated.</summary>
    Task<IReadOnlyList<Guid>> CasesDueAfterAsync(string organisation, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Clocks in working time of open cases that run, and are due at a moment or later or were estimated; the soonest due first.</summary>
    Task<IReadOnlyList<OpenLimit>> OpenLimitsAsync(string organisation, DateTimeOffset since, int most, CancellationToken cancellationToken);
}
