namespace Bpm.Application.Instances;

/// <summary>Work that an instance asked somebody outside for.</summary>
/// <param name="TaskId">Unique; whoever did it names it.</param>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="Name">What is to be done, as drawn.</param>
/// <param name="Payload">Values by name.</param>
/// <param name="RequestedAt">Business time, UTC.</param>
public sealed record RunTask(string TaskId, string InstanceId, string Name, IReadOnlyDictionary<string, object?> Payload, DateTimeOffset RequestedAt);
