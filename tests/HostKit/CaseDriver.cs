using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>
/// Walks a case as its staff would. It knows step codes and outcomes only: it takes any open task that any user of the organisation
/// is offered, fills in what the form requires, and goes on until nobody is offered anything.
/// </summary>
public sealed class CaseDriver
{
    private const int MostSteps = 200;
    private readonly Site _site;
    private readonly Plan _plan;
    private readonly Dictionary<string, int> _occurrences = [];
    private readonly HashSet<string> _left = [];
    private readonly List<StepDone> _done = [];

    /// <param name="case">The case as the API answered it.</param>
    public CaseDriver(Site site, JsonNode @case, Plan plan) =>
        (_site, _plan, Number, Organisation) = (site, plan, Read.Text(@case["number"]), Read.Text(@case["organisation"]));

    /// <summary>The case's number.</summary>
    public string Number { get; }

    /// <summary>Code of the case's organisation.</summary>
    public string Organisation { get; }

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<StepDone> Done => _done;

    /// <summary>What was done as <c>step:outcome</c>, without the steps named.</summary>
    public IReadOnlyList<string> Trail(params string[] without) =>
        [.. _done.Where(done => !without.Contains(done.Step)).Select(done => $"{done.Step}:{done.Outcome}")];

    /// <summary>Goes on until nobody is offered a task that the plan does not leave alone.</summary>
    /// <param name="stopBefore">Step before which to stop; null for none.</param>
    public async Task<CaseDriver> WalkAsync(string? stopBefore = null)
    {
        while (await OfferedAsync(stopBefore) is var (client, turn, outcome))
        {
            if (_done.Count == MostSteps)
                throw new InvalidOperationException($"{Number} did not end within {MostSteps} steps: {string.Join(' ', Trail())}");
            await CompleteAsync(client, turn, outcome);
        }

        return this;
    }

    /// <summary>Does the next step only.</summary>
    /// <returns>False when nobody is offered anything.</returns>
    public async Task<bool> StepAsync()
    {
        if (await OfferedAsync(null) is not var (client, turn, outcome))
            return false;
        await CompleteAsync(client, turn, outcome);
        return true;
    }

    private async Task<(ApiClient, Turn, string)?> OfferedAsync(string? stopBefore)
    {
        foreach (var user in Staff.Of(Organisation))
        {
            var client = await _site.AsAsync(user);
            foreach (var scope in (string[])["mine", "available"])
            {
                foreach (var row in await client.ListAsync($"/api/tasks?scope={scope}&complaint={Uri.EscapeDataString(Number)}"))
                {
                    if (Read.Text(row["step"]) == stopBefore || _left.Contains(Read.Text(row["id"])))
                        continue;
                    var task = (await client.GetAsync("/api/tasks/" + Read.Text(row["id"]))).Expect(200).Json;
                    var turn = TurnOf(task);
                    if (_plan.Choose(turn) is { } outcome)
                        return (await RecorderAsync(client, outcome), turn, outcome);
                    _left.Add(Read.Text(row["id"]));
                }
            }
        }

        return null;
    }

    // The department cannot log in where it answers by SMS: the agent who got the message records it, by the task's id.
    private Task<ApiClient> RecorderAsync(ApiClient offered, string outcome) =>
        outcome == "AnsweredBySms" ? _site.AsAsync("a.hotline") : Task.FromResult(offered);

    private Turn TurnOf(JsonNode task)
    {
        var step = Read.Text(task["step"]);
        return new(step, _occurrences.GetValueOrDefault(step) + 1, [.. Read.Items(task["outcomes"]).Select(o => Read.Text(o["name"]))], task);
    }

    private async Task CompleteAsync(ApiClient client, Turn turn, string outcome)
    {
        var path = "/api/tasks/" + Read.Text(turn.Task["id"]);
        if (turn.Task["assignee"]?.GetValue<string>() != client.User)
            (await client.PostAsync(path + "/claim")).Expect(200);
        (await client.PostAsync(path + "/complete", FormFiller.Submission(turn.Task, outcome, _plan.Values))).Expect(200);
        _occurrences[turn.Step] = turn.Occurrence;
        _done.Add(new(turn.Step, outcome, client.User));
    }
}
