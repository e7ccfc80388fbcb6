using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Hosting;

/// <summary>A case after a walk.</summary>
/// <param name="Driver">Who did what.</param>
/// <param name="Case">The case then.</param>
public sealed record Walked(CaseDriver Driver, JsonNode Case)
{
    public string Number => Driver.Number;

    /// <summary>What was done as <c>step:outcome</c>, without the two steps beside the department's and the lessons after the end.</summary>
    public IReadOnlyList<string> Trail => Driver.Trail("first-reply", "call-department", "lessons");

    /// <summary>Who did the n-th occurrence of a step.</summary>
    public string DoerOf(string step, int occurrence = 1) => Driver.Done.Where(done => done.Step == step).ElementAt(occurrence - 1).User;

    /// <summary>States of the clocks of a rule, by their start.</summary>
    public IReadOnlyList<string> States(string rule) => [.. Read.Clocks(Case, rule).Select(clock => Read.Text(clock["state"]))];

    /// <summary>Due times of the clocks of a rule, by their start.</summary>
    public IReadOnlyList<DateTimeOffset> Due(string rule) => [.. Read.Clocks(Case, rule).Select(clock => Read.Moment(clock["dueAt"]))];

    /// <summary>Asserts the end: closed, nobody has anything to do but lessons, no clock runs on, none was missed.</summary>
    public Walked ShouldBeClosed()
    {
        Read.Text(Case["status"]).ShouldBe("closed", string.Join(' ', Driver.Trail()));
        Case["closedAt"]?.GetValue<string>().ShouldNotBeNull();
        Read.OpenSteps(Case).ShouldBeSubsetOf(["lessons"]);
        Read.Items(Case["clocks"]).Where(clock => Read.Text(clock["rule"]) != "B-9").ShouldAllBe(clock =>
            clock["endedAt"] != null && (Read.Text(clock["state"]) == "met" || Read.Text(clock["state"]) == "cancelled" || Read.Text(clock["state"]) == "superseded"));

        if (Read.OpenSteps(Case).Count == 0)
            Read.Text(Case["workflow"]!["status"]).ToLowerInvariant().ShouldBe("finished");
        return this;
    }

    /// <summary>Asserts that the case is open and waits for these steps only.</summary>
    public Walked ShouldWaitFor(params string[] steps)
    {
        Read.Text(Case["status"]).ShouldBe("open");
        Read.OpenSteps(Case).ShouldBe([.. steps.Order(StringComparer.Ordinal)], false, string.Join(' ', Driver.Trail()));
        return this;
    }

    /// <summary>Asserts the clocks of a rule: one for each state.</summary>
    public Walked ShouldHaveClocks(string rule, params string[] states)
    {
        States(rule).ShouldBe(states, false, $"{rule} after {string.Join(' ', Driver.Trail())}");
        return this;
    }

    /// <summary>Asserts the order of what was done.</summary>
    public Walked ShouldHaveGone(params string[] trail)
    {
        Trail.ShouldBe(trail);
        return this;
    }
}
