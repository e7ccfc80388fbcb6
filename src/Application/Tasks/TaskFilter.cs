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
    /// <summary>What is due within this time is pressing, on every page.</summary>
    public static TimeSpan SoonWithin { get; } = TimeSpan.FromHours(2);

    /// <summary>A case number, or null for all cases.</summary>
    public string? Complaint { get; init; }

    /// <summary>Absent people in whose stead the caller acts, with their keys.</summary>
    public IReadOnlyList<(string UserName, IReadOnlyCollection<string> Keys)> StandIns { get; init; } = [];

    /// <summary>Part of a case number, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Step codes; empty for all.</summary>
    public IReadOnlyCollection<string> Steps { get; init; } = [];

    /// <summary>A category code, or null; finds no strictly confidential case.</summary>
    public string? Category { get; init; }

    /// <summary>Code of the department that has the case, or null; finds no strictly confidential case.</summary>
    public string? Department { get; init; }

    /// <summary>How pressing, or null for all.</summary>
    public TaskUrgency? Urgency { get; init; }

    /// <summary>The order.</summary>
    public TaskOrder Order { get; init; }

    /// <summary>Business time, UTC; what <see cref="Urgency"/> is measured by.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>True where the keys of open tasks alone do not tell what is asked for.</summary>
    public bool IsNarrow => Text is not null || Steps.Count > 0 || Category is not null || Department is not null || Urgency is not null || StandIns.Count > 0;
}
