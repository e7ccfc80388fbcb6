using Bpm.Domain.Outages;

namespace Bpm.Application.Outages;

/// <summary>Outages. Inside a transaction what is found is tracked.</summary>
public interface IOutageStore
{
    void Add(Outage outage);

    /// <summary>The outage with this id, or null.</summary>
    Task<Outage?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>A page of the outages of an organisation that stand so at a moment: what begins next first, else the latest first.</summary>
    /// <param name="organisation">Organisation code.</param>
    /// <param name="page">From 0.</param>
    Task<Page<Outage>> ListAsync(string organisation, OutageState state, DateTimeOffset now, int page, int pageSize, CancellationToken cancellationToken);
}
