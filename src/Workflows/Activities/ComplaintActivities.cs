using Bpm.Engine.Activities;
using Bpm.Workflows.Http;
using Bpm.Workflows.Schedules;

namespace Bpm.Workflows.Activities;

/// <summary>The activities that complaint workflows are made of, beside Elsa's own.</summary>
public static class ComplaintActivities
{
    /// <summary>All types, in the order of the palette.</summary>
    public static IReadOnlyList<ActivityType> All { get; } =
    [
        HumanTaskActivity.Type,
        StartClockActivity.Type,
        StopClockActivity.Type,
        SupersedeClockActivity.Type,
        PassClockActivity.Type,
        CorrectClockActivity.Type,
        WaitForClockActivity.Type,
        EscalateActivity.Type,
        PushActivity.Type,
        LearnActivity.Type,
        ReclassifyActivity.Type,
        NotifyActivity.Type,
        ReplyActivity.Type,
        FollowUpActivity.Type,
        RecordFindingActivity.Type,
        ReportActivity.Type,
        RecordDisclosureActivity.Type,
        PublicationActivity.Type,
        CloseActivity.Type,
    ];

    // The zone of every organisation's calendar: one registry serves them all.
    private const string Zone = "Asia/Shanghai";

    /// <summary>A registry with Elsa's built-in activities, those that speak HTTP, and these. Cron expressions count in Shanghai's time.</summary>
    public static ActivityRegistry Registry()
    {
        var registry = ActivityRegistry.WithBuiltIns(new QuartzCron(TimeZoneInfo.FindSystemTimeZoneById(Zone)));
        foreach (var type in HttpActivities.All.Concat(All))
            registry.Add(type);
        return registry;
    }
}
