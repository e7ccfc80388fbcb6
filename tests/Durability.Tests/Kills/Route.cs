using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Kills;

/// <summary>One straight way through a process: what must be true of a case after each step of it.</summary>
/// <param name="Registrar">Who registers, and reads the case.</param>
/// <param name="Reader">Who may read the case at any step.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Stages">What must be true after so many steps; one more than there are steps.</param>
public sealed record Route(string Name, string Registrar, string Reader, IReadOnlyList<Route.Step> Steps, IReadOnlyList<Route.Stage> Stages)
{
    /// <summary>One human step.</summary>
    public sealed record Step(string Code, string User, string Outcome);

    /// <summary>The whole visible state of a case.</summary>
    /// <param name="Status">Of the case.</param>
    /// <param name="Workflow">Status of the workflow instance, lower case.</param>
    /// <param name="Open">Steps that wait, sorted.</param>
    /// <param name="Clocks">Each clock as <c>rule:state</c>, sorted.</param>
    public sealed record Stage(string Status, string Workflow, string[] Open, string[] Clocks);

    /// <summary>A product-quality complaint of B to its satisfied end and the lessons after it.</summary>
    public static readonly Route ProductQuality = new(
        "C12", "b.hotline", "b.manager",
        [
            new("review", "b.hotline", "Accepted"), new("unit-handling", "b.unit1", "Handled"), new("follow-up", "b.hotline", "Satisfied"),
            new("lessons", "b.unit1", "Submitted"),
        ],
        [
            new("open", "running", ["review"], ["B-6.1a:running"]),
            new("open", "running", ["unit-handling"], ["B-6.1a:met", "B-6.2.5:running"]),
            new("open", "running", ["follow-up"], ["B-6.1a:met", "B-6.2.5:met", "B-6.3.1a:running"]),
            new("closed", "running", ["lessons"], ["B-6.1a:met", "B-6.2.5:met", "B-6.3.1a:met", "B-9:running"]),
            new("closed", "finished", [], ["B-6.1a:met", "B-6.2.5:met", "B-6.3.1a:met", "B-9:met"]),
        ]);

    /// <summary>A meter-data complaint of A at the counter; the call to the department is never made and ends with the case.</summary>
    public static readonly Route MeterData = new(
        "C02", "a.hotline", "a.supervisor",
        [new("department-handling", "a.meter", "Answered"), new("follow-up", "a.hotline", "Satisfied")],
        [
            new("open", "running", ["call-department", "department-handling"], ["A-4.2:running"]),
            new("open", "running", ["call-department", "follow-up"], ["A-2.1c:running", "A-4.2:met"]),
            new("closed", "finished", [], ["A-2.1c:met", "A-4.2:met"]),
        ]);

    /// <summary>The body of a registration.</summary>
    public JsonObject Body(string token)
    {
        var body = Complaint.Sample(Name);
        body["content"] = token;
        if (this == MeterData)
            body["channel"] = "counter";
        return body;
    }

    /// <summary>How many steps of the route a case has behind it; asserts that everything about the case fits to that.</summary>
    public int StageOf(JsonNode @case)
    {
        var done = Read.Items(@case["tasks"]).Where(task => Read.Text(task["state"]) == "completed").Select(task => Read.Text(task["step"])).ToList();
        done.ShouldBe(Steps.Take(done.Count).Select(step => step.Code), @case.ToJsonString());
        var stage = Stages[done.Count];
        var found = new Stage(
            Read.Text(@case["status"]), Read.Text(@case["workflow"]!["status"]).ToLowerInvariant(), [.. Read.OpenSteps(@case)],
            [.. Read.Items(@case["clocks"]).Select(clock => $"{Read.Text(clock["rule"])}:{Read.Text(clock["state"])}").Order(StringComparer.Ordinal)]);
        Text(found).ShouldBe(Text(stage), @case.ToJsonString());
        var actions = Read.Items(@case["timeline"]).Select(entry => Read.Text(entry["action"])).ToList();
        actions.Count(action => action == "case.registered").ShouldBe(1, @case.ToJsonString());
        actions.Count(action => action == "task.completed").ShouldBe(done.Count, @case.ToJsonString());
        return done.Count;
    }

    private static string Text(Stage stage) => $"{stage.Status} {stage.Workflow} [{string.Join(' ', stage.Open)}] [{string.Join(' ', stage.Clocks)}]";
}
