using Bpm.Application.Installation;

namespace Bpm.Application.Definitions;

/// <summary>An order to publish definition files.</summary>
/// <param name="Home">The organisation whose definitions they are.</param>
/// <param name="Files">Elsa 3 JSON, UTF-8.</param>
/// <param name="Author">User name, or <c>system</c>.</param>
/// <param name="Note">Why.</param>
/// <param name="At">Business time.</param>
public sealed record Publishing(Installed Home, IReadOnlyList<byte[]> Files, string Author, string? Note, DateTimeOffset At)
{
    /// <summary>Definition whose draft this publishes: the new version takes the draft's place. Null for files from elsewhere, which leave drafts alone.</summary>
    public string? DraftOf { get; init; }

    /// <summary>The second person who agreed, or null.</summary>
    public string? ApprovedBy { get; init; }
}
