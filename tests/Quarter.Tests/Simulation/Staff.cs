using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>People at work: who takes a task, when, and what comes of it.</summary>
internal sealed class Staff(Dice dice)
{
    private static readonly Dictionary<string, int> Seldom = new()
    {
        ["Returned"] = 12, ["NotSatisfied"] = 30, ["Unreachable"] = 25, ["AskSuperior"] = 15, ["ProgressReported"] = 20, ["AnsweredBySms"] = 20,
        ["Rejected"] = 30, ["Unfounded"] = 15, ["NoFault"] = 20, ["NotOurs"] = 15,
    };

    /// <summary>When a task is claimed and done; null for a task that nobody ever does.</summary>
    public (DateTimeOffset Claimed, DateTimeOffset Done)? Times(HumanTask task, DateTimeOffset now)
    {
        if (dice.Chance(3))
            return null;
        var limit = task.DueAt > now ? task.DueAt.Value - now : TimeSpan.FromHours(20);
        var done = now + dice.Weighted<TimeSpan>(
        [
            (dice.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)), 20),
            (dice.Between(TimeSpan.Zero, limit), 60),
            (limit + dice.Between(TimeSpan.Zero, TimeSpan.FromMinutes(90)), 10),
            (limit + dice.Between(TimeSpan.Zero, TimeSpan.FromDays(4)), 10),
        ]);
        return (dice.Chance(50) ? done : now + dice.Between(TimeSpan.Zero, done - now), done);
    }

    /// <summary>What will come of it.</summary>
    public string Outcome(HumanTask task) => dice.Weighted(task.Outcomes.Select(outcome => (outcome.Name, Seldom.GetValueOrDefault(outcome.Name, 60))));

    /// <summary>Who does it: one of those whom it is meant for, or, where somebody records it for them, a recorder. Null when nobody may.</summary>
    public string? Person(HumanTask task, string outcome, OrganisationDirectory directory)
    {
        var records = task.Outcomes.First(one => one.Name == outcome).RecordedBy is { Count: > 0 };
        var able = directory.People.Where(member => task.CanClaim(member, directory.KeysOf(member.UserName))).ToArray();
        var meant = able.Where(member => task.IsCandidate(member, directory.KeysOf(member.UserName)) != records).ToArray();
        return meant.Length > 0 ? dice.Pick(meant).UserName : able.Length > 0 ? dice.Pick(able).UserName : null;
    }

    /// <summary>The department that a task was offered to, where it was offered to one.</summary>
    public static string? Department(HumanTask task) => task.Candidates
        .Where(key => key.StartsWith("dept:", StringComparison.Ordinal) || key.StartsWith("head:", StringComparison.Ordinal))
        .Select(key => key[5..]).FirstOrDefault();
}
