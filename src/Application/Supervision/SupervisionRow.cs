namespace Bpm.Application.Supervision;

/// <summary>One open clock. Of a case that the reader may not read only number, state and a neutral name are filled.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="State"><c>overdue</c> or <c>soon</c>.</param>
/// <param name="Name">Chinese name of the duty.</param>
public sealed record SupervisionRow(string Number, string State, string Name)
{
    public Guid? ClockId { get; init; }

    /// <summary>Article of the clock.</summary>
    public string? Rule { get; init; }

    /// <summary>Where the article stands, as staff cite it.</summary>
    public string? Article { get; init; }
    public string? Category { get; init; }
    public string? CategoryName { get; init; }
    public string? Channel { get; init; }
    public string? ChannelName { get; init; }

    /// <summary>Department whose duty it is.</summary>
    public string? Department { get; init; }
    public string? DepartmentName { get; init; }

    /// <summary>The open task of the duty, or null.</summary>
    public Guid? TaskId { get; init; }
    public string? TaskTitle { get; init; }

    /// <summary>User name of who holds that task; null while nobody does.</summary>
    public string? Person { get; init; }
    public string? PersonName { get; init; }

    /// <summary>Names of those who may take the task while nobody holds it.</summary>
    public IReadOnlyList<string>? Candidates { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whole minutes to the due time; below zero when it is over.</summary>
    public long? RemainingMinutes { get; init; }

    /// <summary>A setting of the organisation, not a limit of the regulation.</summary>
    public bool? Target { get; init; }

    /// <summary>A calendar year was missing when the due time was computed.</summary>
    public bool? Estimated { get; init; }

    /// <summary>Who hears of it and when, in order.</summary>
    public IReadOnlyList<LadderRow>? Ladder { get; init; }
}
