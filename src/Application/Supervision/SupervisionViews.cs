using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Supervision;

/// <summary>Shows open clocks to the caller, as much of each as the case's confidentiality allows.</summary>
public sealed class SupervisionViews(CaseViews views, OrganisationRegistry organisations)
{
    /// <summary>The row of a clock.</summary>
    /// <param name="readable">What the query found; the case itself has the last word.</param>
    public SupervisionRow Row(Case complaint, Guid clockId, bool readable, DateTimeOffset now)
    {
        var clock = complaint.Clocks.Single(known => known.Id == clockId);
        var overdue = clock.DueAt <= now;
        if (!readable || views.LevelOf(complaint) != AccessLevel.Full)
            return new(complaint.Number, overdue ? "overdue" : "soon", NeutralText.ClockName);
        var home = organisations.Of(complaint.Organisation);
        var (zone, directory) = (home.Calendar.Zone, home.Directory);
        var department = clock.Department ?? complaint.Department;
        var task = TaskOf(complaint, clock);
        string[] owners = task is null ? [] : task.Assignee is { } held ? [held] : [.. task.Candidates.SelectMany(directory.UsersWith).Except(task.Excluded).Distinct()];
        var context = new RecipientContext(now, task?.Assignee, department) { Owners = owners, ShutOut = complaint.Accused };
        return new(complaint.Number, overdue ? "overdue" : "soon", clock.Name)
        {
            ClockId = clock.Id,
            Rule = clock.RuleId,
            Article = home.RulesFor(complaint.ReceivedAt).Find(clock.RuleId)?.Article,
            Category = complaint.Category,
            CategoryName = directory.Profile.Categories.GetValueOrDefault(complaint.Category)?.Name,
            Channel = complaint.Channel,
            ChannelName = directory.Profile.Channels.GetValueOrDefault(complaint.Channel)?.Name,
            Department = department,
            DepartmentName = directory.Department(department)?.Name,
            TaskId = task?.Id,
            TaskTitle = task?.Title,
            Person = task?.Assignee,
            PersonName = task?.Assignee is { } holder ? directory.DisplayName(holder) : null,
            Candidates = task is { Assignee: null } ? [.. owners.Select(directory.DisplayName)] : null,
            StartedAt = clock.StartedAt.In(zone),
            DueAt = clock.DueAt.In(zone),
            RemainingMinutes = (long)Math.Floor((clock.DueAt - now).TotalMinutes),
            Target = clock.IsTarget,
            Estimated = clock.Estimated,
            Ladder = [.. clock.Thresholds.OrderBy(rung => rung.FiredAt ?? rung.At).Select(rung => Show(complaint, clock, rung, context, home))],
        };
    }

    private static LadderRow Show(Case complaint, SlaClock clock, ClockThreshold rung, RecipientContext context, Installed home)
    {
        var zone = home.Calendar.Zone;
        var told = rung.FiredAt is not null
            ? complaint.Notices.Where(notice => notice.ClockId == clock.Id && notice.Rung == rung.Rung).Select(notice => notice.Recipient)
            : rung.Recipients.SelectMany(token => home.Directory.Resolve(token, context with { At = rung.At })).Except(complaint.Accused);
        return new(
            rung.Rung, Code(rung.Kind), Name(rung.Kind), rung.At.In(zone), rung.FiredAt.In(zone), [.. told.Distinct().Select(home.Directory.DisplayName)]);
    }

    // Where several departments have a clock of the rule, each has a task of its own.
    private static HumanTask? TaskOf(Case complaint, SlaClock clock)
    {
        var several = complaint.Clocks.Count(other => other.RuleId == clock.RuleId && !other.IsEnded) > 1;
        return complaint.Tasks.Where(task => task.IsActive && task.RuleId == clock.RuleId
                && (!several || clock.Department is not { } department || task.Candidates.Contains(Keys.Department(department)) || task.Candidates.Contains(Keys.Head(department))))
            .MinBy(task => (task.Assignee is null, task.Ordinal));
    }

    private static string Code(ThresholdKind kind) => kind switch
    {
        ThresholdKind.Warn => "warn",
        ThresholdKind.Due => "due",
        ThresholdKind.Escalate => "escalate",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Name(ThresholdKind kind) => kind switch
    {
        ThresholdKind.Warn => "到期前提醒",
        ThresholdKind.Due => "到期提醒",
        ThresholdKind.Escalate => "逾期上报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
