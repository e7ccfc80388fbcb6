namespace Bpm.Application.Instances.Viewing;

/// <summary>Moments of instances in the organisation's zone.</summary>
internal static class InstanceSummaries
{
    public static InstanceSummary In(this InstanceSummary row, TimeZoneInfo zone) =>
        row with { CreatedAt = row.CreatedAt.In(zone), UpdatedAt = row.UpdatedAt.In(zone), FinishedAt = row.FinishedAt.In(zone) };
}
