namespace Bpm.Application.Complaints;

/// <summary>The customer of a case that was merged into another one, to be called back with it.</summary>
/// <param name="Number">Of the merged case.</param>
/// <param name="Readable">The caller may see who it is here; else the case itself has to be opened, where it can be.</param>
/// <param name="Result">What the last call brought, as <see cref="Domain.FollowUp.FollowUpResult"/>; null where nobody has called yet.</param>
/// <param name="Note">What the customer said at the last call, or null.</param>
public sealed record MergedCaller(
    string Number, DateTimeOffset ReceivedAt, bool Readable, bool Anonymous, string? Name, string? Phone, string? Result, string? By, DateTimeOffset? At, string? Note);
