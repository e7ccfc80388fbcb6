using Bpm.Application.Installation;

namespace Bpm.Application.Definitions;

/// <summary>An order to publish definition files.</summary>
/// <param name="Home">The organisation whose definitions they are.</param>
/// <param name="Files">Elsa 3 JSON, UTF-8.</param>
/// <param name="Author">User name, or <c>system</c>.</param>
/// <param name="Note">Why.</param>
/// <param name="At">Business time.</param>
public sealed record Publishing(Installed Home, IReadOnlyList<byte[]> Files, string Author, string? Note, DateTimeOffset At);
