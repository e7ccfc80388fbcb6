using System.Text.Json.Nodes;

namespace Bpm.Domain.Tests.Tasks;

/// <summary>The forms of a pack against the steps that its processes have, those not yet drawn included.</summary>
public sealed class ShippedFormsTests
{
    private const string StepsOfA = """
        first-reply: Replied, AskSuperior
        consultation-reply: Replied, AskSuperior, Forward
        superior-guidance: Answered, Routed
        call-department: Called, NoAnswer
        department-handling: Answered, ProgressReported, AnsweredBySms, Returned
        re-route: Forwarded, AskSuperior
        back-fill: BackFilled
        arrive: Arrived, NoFault, NotOurs, Returned
        site-visit: Recorded, Returned
        repair: Repaired
        take-sample: Sampled, Returned
        sample-result: ResultReady
        send-meter: MeterSent, Returned
        meter-report: ReportAttached
        reply-customer: Replied
        follow-up: Satisfied, NotSatisfied, Unreachable
        letter-registration: Registered
        department-information: Supplied, AnsweredBySms, Returned
        formal-reply: Sent
        solve-fault: Solved, Returned
        closing-check: Confirmed, Rejected
        managed-end: Ended, Redo
        disclosure-authorisation: Granted, Refused
        wechat-check: Checked
        """;

    private const string StepsOfB = """
        review: Accepted, Unfounded
        unfounded-check: Confirmed, Rejected
        unit-handling: Handled, Returned
        follow-up: Satisfied, NotSatisfied, Unreachable
        investigation: True, Untrue
        explain-to-caller: Explained, Unreachable
        preliminary-opinion: Submitted
        chairman-instruction: Instructed, Returned
        discipline-follow-up: Satisfied, NotSatisfied, Unreachable
        record-opinion: Recorded
        closing-check: Confirmed, Rejected
        managed-end: Ended, Redo
        disclosure-authorisation: Granted, Refused
        lessons: Submitted
        """;

    public static TheoryData<string, string, string> Steps
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (pack, steps) in ((string, string)[])[("xx-water", StepsOfA), ("liaocheng-water", StepsOfB)])
            {
                foreach (var line in steps.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    data.Add(pack, line.Split(": ")[0], line.Split(": ")[1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_OfTheProcesses_HasFormAndOutcomesInChinese(string pack, string step, string outcomes)
    {
        var forms = pack == "xx-water" ? Packs.FormsA : Packs.FormsB;
        var names = outcomes.Split(", ");

        var form = forms.Form(step).ShouldNotBeNull();

        foreach (var name in names)
            forms.Outcome(step, name).ShouldNotBeNull().Title.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
        (names.Length > 1 || form.Required.Count > 0).ShouldBeTrue();
        form.RequiredFor.Values.SelectMany(o => o).ShouldAllBe(name => names.Contains(name));
        form.Properties.Values.ShouldAllBe(field => field.Title.Any(c => c > 0x4e00));
    }

    [Theory]
    [InlineData("xx-water", "department-handling.Returned,closing-check.Rejected,managed-end.Ended,managed-end.Redo")]
    [InlineData("liaocheng-water", "review.Unfounded,unit-handling.Returned,chairman-instruction.Returned,unfounded-check.Rejected")]
    public void Outcome_ThatGoesAgainstSomebody_NeedsReason(string pack, string outcomes)
    {
        var forms = pack == "xx-water" ? Packs.FormsA : Packs.FormsB;

        foreach (var parts in outcomes.Split(',').Select(o => o.Split('.')))
            forms.Outcome(parts[0], parts[1])!.ReasonRequired.ShouldBeTrue();
    }

    [Fact]
    public void SmsAnswer_IsRecordedByTheHotline() =>
        Packs.FormsA.Outcome("department-handling", "AnsweredBySms")!.RecordedBy.ShouldBe(["role:hotline"]);

    [Theory]
    [InlineData("xx-water")]
    [InlineData("liaocheng-water")]
    public void Definitions_HumanTasks_UseFormsAndOutcomesThatAreThere(string pack)
    {
        var forms = pack == "xx-water" ? Packs.FormsA : Packs.FormsB;
        var tasks = Packs.Definitions(pack).SelectMany(definition => HumanTasks(definition)).ToArray();

        tasks.ShouldNotBeEmpty();
        foreach (var task in tasks)
        {
            var step = Text(task, "step")!;
            var form = Text(task, "form") is { } id ? forms.Form(id).ShouldNotBeNull($"form {id} of {step}") : null;
            foreach (var outcome in List(task, "outcomes"))
                forms.Outcome(step, outcome).ShouldNotBeNull($"outcome {outcome} of {step}");
            foreach (var field in List(task, "capture"))
                form!.Properties.Keys.ShouldContain(field, $"captured by {step}");
        }
    }

    private static IEnumerable<JsonNode> HumanTasks(JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject o => o.Select(property => property.Value),
            JsonArray a => a,
            _ => [],
        };
        var own = node is JsonObject activity && activity["type"] is JsonValue type && type.ToString() == "Bpm.HumanTask" ? [node] : (JsonNode[])[];
        return own.Concat(children.SelectMany(HumanTasks));
    }

    private static string? Text(JsonNode task, string input) => task[input]?["expression"]?["value"]?.ToString();

    private static IEnumerable<string> List(JsonNode task, string input) =>
        Text(task, input) is { } json && JsonNode.Parse(json) is JsonArray items ? items.Select(item => item!.ToString()) : [];
}
