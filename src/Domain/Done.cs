namespace Bpm.Domain;

/// <summary>The value of a command that has nothing to say beyond success.</summary>
public readonly record struct Done;
