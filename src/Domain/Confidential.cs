namespace Bpm.Domain;

/// <summary>A value that may be a secret. Persistence encrypts the column of a sealed value; nothing else decides that.</summary>
/// <param name="Value">The value in the clear.</param>
/// <param name="Sealed">True when the value must be encrypted at rest.</param>
public sealed record Confidential<T>(T Value, bool Sealed);
