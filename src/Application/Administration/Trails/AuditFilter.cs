using Bpm.Domain.Complaints;

namespace Bpm.Application.Administration.Trails;

/// <summary>Which entries of the audit trail.</summary>
/// <param name="Actor">User name, or null.</param>
/// <param name="CaseNumber">Number of a case, or null.</param>
/// <param name="Action">Code of an action, or the begin of one that ends with a dot, such as <c>task.</c>; null for any.</param>
/// <param name="Levels">Levels of confidentiality whose cases the reader may see in full.</param>
public sealed record AuditFilter(
    string Organisation, string? Actor, string? CaseNumber, string? Action, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<Confidentiality> Levels,
    int Page, int PageSize);
