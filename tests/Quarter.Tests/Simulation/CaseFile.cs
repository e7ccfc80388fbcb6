using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>What the simulation remembers of a case: the log that the recomputation reads, and nothing that the product computed.</summary>
internal sealed class CaseFile(Guid id, string number, Registration registration)
{
    private readonly List<Deed> _deeds = [];

    public Guid Id => id;

    public string Number => number;

    public string Organisation => registration.Organisation;

    /// <summary>Tasks that somebody has been found for, or nobody ever will.</summary>
    public HashSet<Guid> Seen { get; } = [];

    /// <summary>Moments at which the case is looked at although nobody acts.</summary>
    public HashSet<DateTimeOffset> Looks { get; } = [];

    /// <summary>The case when it was last looked at, which is after each deed and each due time: between them no task changes.</summary>
    public Case Last { get; set; } = null!;

    public CaseLog Log => new(number, registration, _deeds);

    public void Add(Deed deed) => _deeds.Add(deed);
}
