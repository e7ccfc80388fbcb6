using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tasks;

/// <summary>An absent person in whose stead somebody acts now.</summary>
/// <param name="Absent">The absent person.</param>
/// <param name="Keys">The absent person's candidate keys.</param>
public sealed record StandIn(StaffMember Absent, IReadOnlySet<string> Keys);
