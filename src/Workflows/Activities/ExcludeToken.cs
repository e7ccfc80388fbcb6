using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Who may not do a task: <c>doer:step</c> is everybody who completed a task of that step, <c>user:name</c> one person, <c>requester:disclosure</c>
/// who asked for the disclosure that waits longest, <c>requester:case</c> who brought the case.
/// </summary>
internal static class ExcludeToken
{
    private const string Doer = "doer";
    private const string Requester = "requester:disclosure";
    private const string Bringer = "requester:case";

    /// <summary>User names that a token shuts out of a case; empty for a token that means nothing.</summary>
    public static IReadOnlyList<string> Users(string token, Case complaint) => Keys.TrySplit(token, out var kind, out var value)
        ? kind switch
        {
            Doer => complaint.DoersOf(value),
            "user" => [value],
            _ when token == Requester => complaint.PendingDisclosure is { } pending ? [pending.RequestedBy] : [],
            _ when token == Bringer => [complaint.RegisteredBy],
            _ => [],
        }
        : [];

    /// <summary>The step of a <c>doer:</c> token, or null.</summary>
    public static string? StepOf(string token) => Keys.TrySplit(token, out var kind, out var value) && kind == Doer ? value : null;

    /// <summary>True for a token of a known form.</summary>
    public static bool IsValid(string token, OrganisationDirectory directory) =>
        token is Requester or Bringer || StepOf(token) is not null || (token.StartsWith("user:", StringComparison.Ordinal) && directory.Knows(token));
}
