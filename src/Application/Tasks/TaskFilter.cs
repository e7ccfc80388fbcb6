namespace Bpm.Application.Tasks;

/// <summary>Which tasks a person asks for.</summary>
/// <param name="Organisation">The caller's organisation.</param>
/// <param name="UserName">The caller.</param>
/// <param name="Keys">The caller's candidate keys: <c>user:</c>, <c>role:</c>, <c>dept:</c>, <c>head:</c>, <c>leader:</c>.</param>
/// <param name="Scope">The list.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500.</param>
public sealed record TaskFilter(string Organisation, string UserName, IReadOnlyCollection<string> Keys, TaskScope Scope, int Page, int PageSize)
{
    /// <summary>A case number, or null for all cases.</summary>
    public string? Complaint { get; init; }
}
