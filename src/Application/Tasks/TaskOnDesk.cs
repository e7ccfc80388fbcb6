using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Tasks;

/// <summary>A task in front of the person who acts on it.</summary>
/// <param name="Complaint">Its case.</param>
/// <param name="Task">The task.</param>
/// <param name="Member">The person.</param>
/// <param name="Keys">The person's candidate keys.</param>
/// <param name="StandIns">Absent people in whose stead the person acts.</param>
/// <param name="Now">Business time, UTC.</param>
public sealed record TaskOnDesk(Case Complaint, HumanTask Task, StaffMember Member, IReadOnlySet<string> Keys, IReadOnlyList<StandIn> StandIns, DateTimeOffset Now);
