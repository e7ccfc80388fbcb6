using Bpm.Domain.Calendars;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Penalties;

/// <summary>
/// Finds who answers for a missed clock. A token names somebody only where it means one person; of a crew of several it is who held the work.
/// Where nobody can be named, the row says whom it could be, and a person fills the name in.
/// </summary>
public static class LiablePeople
{
    private const string HolderToken = "holder";

    /// <summary>The person of one line of an article for a missed clock.</summary>
    public static PenaltySubject Of(LiableRule liable, Case complaint, SlaClock clock, OrganisationDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(liable);
        ArgumentNullException.ThrowIfNull(complaint);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(directory);
        var department = clock.Department ?? complaint.Department;
        var holder = Holder(complaint, clock);
        var context = new RecipientContext(clock.DueAt, null, department) { ShutOut = complaint.Accused };
        var lines = new List<string> { $"时限“{clock.Name}”应于 {LocalText.Moment(clock.DueAt, directory.Profile.Identity.Zone)} 前完成，到期未完成。" };
        foreach (var token in liable.Who)
        {
            IReadOnlyList<string> people = token != HolderToken ? directory.Resolve(token, context) : holder is null ? [] : [holder];
            var person = people.Count == 1 ? people[0] : people.FirstOrDefault(one => one == holder);
            if (person is not null && directory.Staff(person) is { } member)
            {
                lines.Add($"{liable.Title}：{member.DisplayName}（{Why(token, directory)}）。");
                return new(liable, liable.Title, person, member.Department, string.Join('\n', lines));
            }

            lines.Add(people.Count == 0 ? $"{Why(token, directory)}：无人。" : $"{Why(token, directory)}：{string.Join('、', people.Select(directory.DisplayName))}，共 {people.Count} 人。");
        }

        lines.Add($"{liable.Title}尚不能确定，须人工补填后才能确认。");
        return new(liable, liable.Title, null, IsOfDepartment(liable) ? department : null, string.Join('\n', lines));
    }

    /// <summary>True where the line is about the department that had the work.</summary>
    public static bool IsOfDepartment(LiableRule liable) => liable.Who.Any(token => token is HolderToken or "head" or "leader");

    // The work of the clock: what is open, else what was open last. Who only writes down what others report holds nothing.
    private static string? Holder(Case complaint, SlaClock clock)
    {
        var several = complaint.Clocks.Count(other => other.RuleId == clock.RuleId && !other.IsEnded) > 1;
        return complaint.Tasks
            .Where(task => task.RuleId == clock.RuleId && task is { Assignee: not null, RecordingOnly: false, ParentId: null } && task.OpenedAt <= clock.DueAt
                && (!several || clock.Department is not { } department || task.Candidates.Contains(Keys.Department(department)) || task.Candidates.Contains(Keys.Head(department))))
            .MaxBy(task => (task.IsActive, task.Ordinal))?.Assignee;
    }

    private static string Why(string token, OrganisationDirectory directory)
    {
        if (!Keys.TrySplit(token, out var kind, out var value))
            return token switch { HolderToken => "到期时的办理人", "head" => "责任部门负责人", "leader" => "责任部门分管负责人", _ => "有权领取的人" };
        return kind switch
        {
            "duty" => "到期时当班",
            "role" => $"岗位“{directory.Profile.Roles.GetValueOrDefault(value)?.Name ?? value}”",
            "dept" => $"部门“{directory.Department(value)?.Name ?? value}”",
            _ => "规则指定",
        };
    }
}
