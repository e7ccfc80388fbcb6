namespace Bpm.Application.Administration.Documents;

/// <summary>A document as it is now and as it was.</summary>
/// <param name="SavedBy">Name of who stored it last; null where it came with the installation.</param>
/// <param name="Earlier">Earlier states, the newest first, 20 at most.</param>
public sealed record DocumentState(long Revision, DateTimeOffset SavedAt, string? SavedBy, string? Note, IReadOnlyList<DocumentState.Version> Earlier)
{
    /// <summary>An earlier state.</summary>
    public sealed record Version(long Revision, DateTimeOffset SavedAt, string? SavedBy, string? Note);
}
