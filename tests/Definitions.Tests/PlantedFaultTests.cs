using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Checks;

namespace Bpm.Definitions.Tests;

/// <summary>Each publishing check finds the fault it is there for, planted into a shipped definition, and names the place.</summary>
public sealed class PlantedFaultTests
{
    private static readonly Dictionary<string, (string Definition, string Code, string? Activity, Action<Planted> Plant)> _faults = new()
    {
        ["activity type unknown"] = ("xx-water-common-department-answer", "UNKNOWN-ACTIVITY", "department-handling", p => p.Node("department-handling")["type"] = "Bpm.HumanTsk"),
        ["role unknown"] = ("xx-water-common-ending", "UNKNOWN-ROLE", "managed-end", p => p.List("managed-end", "candidates", "role:nobody")),
        ["department of a push unknown"] = ("xx-water-meter-data", "UNKNOWN-DEPARTMENT", "push", p => p.Literal("push", "department", "metre")),
        ["department of a candidate unknown"] = ("xx-water-common-ending", "UNKNOWN-DEPARTMENT", "managed-end", p => p.List("managed-end", "candidates", "head:nowhere")),
        ["department of a clock unknown"] = ("xx-water-meter-data", "UNKNOWN-DEPARTMENT", "answer-clock", p => p.Literal("answer-clock", "department", "phone")),
        ["person unknown"] = ("xx-water-common-closing-check", "UNKNOWN-PERSON", "closing-check", p => p.List("closing-check", "exclude", "user:a.ghost")),
        ["form unknown"] = ("xx-water-common-back-fill", "UNKNOWN-FORM", "back-fill", p => p.Literal("back-fill", "form", "backfill")),
        ["article of a clock unknown"] = ("xx-water-meter-data", "UNKNOWN-ARTICLE", "clock", p => p.Literal("clock", "rule", "A-4.22")),
        ["article of a clock missing"] = ("xx-water-common-back-fill", "NO-ARTICLE", "stop", p => p.Literal("stop", "rule", "")),
        ["article of a task unknown"] = ("xx-water-common-back-fill", "UNKNOWN-ARTICLE", "back-fill", p => p.Literal("back-fill", "rule", "A-3.3x")),
        ["article of the closing unknown"] = ("xx-water-meter-data", "UNKNOWN-ARTICLE", "close", p => p.List("close", "after", "A-0")),
        ["fixed text unknown"] = ("xx-water-common-first-reply", "UNKNOWN-TEXT", "reply", p => p.Literal("reply", "template", "A-5.3z")),
        ["reply without a text"] = ("xx-water-common-ending", "NO-TEXT", "reply-final", p => p.Literal("reply-final", "step", "")),
        ["child workflow unknown"] = ("xx-water-meter-data", "UNKNOWN-SUBPROCESS", "ending", p =>
        {
            p.Node("ending")["workflowDefinitionId"] = "xx-water-common-end";
            p.Node("ending")["workflowDefinitionVersionId"] = "xx-water-common-end-v1";
        }),
        ["no candidates"] = ("xx-water-common-ending", "NO-CANDIDATE", "managed-end", p => p.List("managed-end", "candidates")),
        ["no outcomes"] = ("xx-water-common-back-fill", "UNKNOWN-PORT", "back-fill", p => p.List("back-fill", "outcomes")),
        ["candidates by a script that nobody wrote"] = ("xx-water-common-ending", "NO-CANDIDATE", "managed-end", p => p.Script("managed-end", "candidates", " ")),
        ["text of a task unknown"] = ("xx-water-common-ending", "UNKNOWN-TEXT", "managed-end", p => p.List("managed-end", "texts", "A-5.2z")),
        ["clock of a step that nothing starts"] = ("xx-water-common-back-fill", "CLOCK-NEVER-STARTED", "back-fill", p => p.Literal("clock", "rule", "A-4.2")),
        ["wait for a clock that leads nowhere when it is overdue"] = ("xx-water-common-escalation", "TIMEOUT-NO-PATH", "wait", p => p.Disconnect("wait", "Breached")),
        ["delay that leads nowhere"] = ("xx-water-common-back-fill", "TIMEOUT-NO-PATH", "later", p =>
        {
            p.Add("later", "Elsa.Delay");
            p.Literal("later", "timeSpan", "01:00:00");
            p.Connect("clock", "Done", "later");
        }),
        ["cron expression that is none"] = ("xx-water-common-back-fill", "CRON-INVALID", "morning", p =>
        {
            p.Add("morning", "Elsa.Cron");
            p.Literal("morning", "cronExpression", "每天早上");
        }),
        ["join that can never be complete"] = ("liaocheng-water-product-quality", "JOIN-NEVER", "meeting", p =>
        {
            p.Add("meeting", "Elsa.FlowJoin");
            p.Literal("meeting", "mode", "WaitAll");
            p.Disconnect("unfounded-check", "Rejected");
            p.Connect("unfounded-check", "Confirmed", "meeting");
            p.Connect("unfounded-check", "Rejected", "meeting");
            p.Connect("meeting", "Done", "close-unfounded");
        }),
        ["join that is skipped when a choice goes another way"] = ("xx-water-common-back-fill", "JOIN-SKIPPED", "meeting", p =>
        {
            p.Add("meeting", "Elsa.FlowJoin");
            p.Literal("meeting", "mode", "WaitAll");
            p.Add("given", "Elsa.FlowDecision");
            p.Connect("clock", "Done", "given");
            p.Connect("given", "True", "meeting");
            p.Connect("given", "False", "done");
            p.Disconnect("back-fill", "BackFilled");
            p.Connect("back-fill", "BackFilled", "meeting");
            p.Connect("meeting", "Done", "stop");
        }),
        ["loop by a condition that always holds"] = ("xx-water-common-back-fill", "LOOP-NO-EXIT", "again", p =>
        {
            p.Add("again", "Elsa.While");
            p.Literal("again", "condition", "true");
            p.Node("again")["body"] = new JsonObject { ["id"] = "pause", ["type"] = "Elsa.Delay" };
            p.Connect("clock", "Done", "again");
        }),
        ["outcome that leads nowhere"] = ("xx-water-common-department-answer", "DEAD-END", "department-handling", p => p.Disconnect("department-handling", "Returned")),
        ["path that stops"] = ("xx-water-meter-data", "DEAD-END", "answer-clock", p => p.Disconnect("answer-clock", "Done")),
        ["connection from a port that does not exist"] = ("xx-water-common-department-answer", "UNKNOWN-PORT", "department-handling", p => p.Connect("department-handling", "Answred", "answered-stop")),
        ["step that is never reached"] = ("liaocheng-water-product-quality", "UNREACHABLE", "unfounded-stop", p => p.Disconnect("review", "Unfounded")),
        ["way back into the middle of another path"] = ("liaocheng-water-product-quality", "WAY-BACK", "lessons-stop", p => p.Connect("lessons-stop", "Done", "unfounded-check")),
        ["variable not declared"] = ("liaocheng-water-product-quality", "UNKNOWN-VARIABLE", "review", p => p.List("review", "capture", "team")),
        ["captured field not in the form"] = ("liaocheng-water-product-quality", "UNKNOWN-FIELD", "review", p => p.List("review", "capture", "ending")),
        ["text captured"] = ("liaocheng-water-product-quality", "TEXT-CAPTURED", "review", p => p.List("review", "capture", "text")),
        ["loop without an exit"] = ("liaocheng-water-product-quality", "LOOP-NO-EXIT", "unfounded-reply", p =>
        {
            p.Disconnect("unfounded-check", "Confirmed");
            p.Disconnect("unfounded-check", "Rejected");
            p.Connect("unfounded-check", "Confirmed", "unfounded-reply");
            p.Connect("unfounded-check", "Rejected", "unfounded-reply");
        }),
        ["loop that nobody waits in"] = ("xx-water-common-ending", "LOOP-BUSY", "third-call", p =>
        {
            p.Disconnect("third-call", "False");
            p.Connect("third-call", "False", "third-call");
        }),
        ["loop joined from outside"] = ("xx-water-common-first-reply", "LOOP-JOIN", "stop", p =>
        {
            p.Disconnect("given", "True");
            p.Connect("given", "True", "stop");
        }),
        ["merge that a choice leaves waiting"] = ("xx-water-common-department-answer", "TOKEN-MERGE", "progress", p =>
        {
            p.InTokenMode();
            p.Connect("department-handling", "Returned", "progress");
            p.Node("progress")["customProperties"] = new JsonObject { ["mergeMode"] = "Merge" };
        }),
        ["merge that waits for what follows it"] = ("xx-water-common-first-reply", "TOKEN-MERGE", "first-reply", p =>
        {
            p.InTokenMode();
            p.Node("first-reply")["customProperties"] = new JsonObject { ["mergeMode"] = "Converge" };
        }),
        ["script that is no script"] = ("xx-water-common-ending", "SCRIPT-INVALID", "wechat", p => p.Node("wechat")["condition"]!["expression"]!["value"] = "getCase().channel === "),
        ["role in a script unknown"] = ("liaocheng-water-product-quality", "UNKNOWN-ROLE", "review", p => p.Script("review", "candidates", "['role:hotlin']")),
        ["step in a script unknown"] = ("xx-water-common-ending", "UNKNOWN-STEP", "third-no", p => p.Script("third-no", "condition", "countOutcome('followup', 'NotSatisfied') >= 3")),
        ["variable in a script unknown"] = ("xx-water-common-re-route", "UNKNOWN-VARIABLE", "push", p => p.Script("push", "department", "getVariable('dept')")),
        ["article in a script unknown"] = ("xx-water-common-ending", "UNKNOWN-ARTICLE", "wechat", p => p.Script("wechat", "condition", "isClockRunning('A-99')")),
        ["one step code with two sets of outcomes"] = ("liaocheng-water-common-follow-up", "STEP-DIFFERS", "call-check", p =>
        {
            p.List("call-check", "outcomes", "Confirmed");
            p.Disconnect("call-check", "Rejected");
        }),
        ["step code misspelt"] = ("xx-water-common-back-fill", "STEP-CODE", "back-fill", p => p.Literal("back-fill", "step", "Back Fill")),
        ["outcome name misspelt"] = ("xx-water-common-back-fill", "OUTCOME-NAME", "back-fill", p => p.List("back-fill", "outcomes", "back-filled")),
        ["outcome twice"] = ("xx-water-common-back-fill", "OUTCOME-TWICE", "back-fill", p => p.List("back-fill", "outcomes", "BackFilled", "BackFilled")),
        ["step of a follow-up unknown"] = ("xx-water-common-ending", "UNKNOWN-STEP", "result", p => p.Literal("result", "step", "followup")),
        ["excluded step unknown"] = ("xx-water-common-closing-check", "UNKNOWN-STEP", "closing-check", p => p.List("closing-check", "exclude", "doer:manage-end")),
        ["side branch that ends the process"] = ("xx-water-water-quality", "PARALLEL-ENDS", "push", p =>
        {
            p.Add("called", "Elsa.End");
            p.Connect("call-department", "Done", "called");
        }),
        ["end without closing"] = ("liaocheng-water-product-quality", "NOT-CLOSED", "finish-unfounded", p =>
        {
            p.Disconnect("unfounded-check", "Confirmed");
            p.Connect("unfounded-check", "Confirmed", "finish-unfounded");
        }),
    };

    public static TheoryData<string> Names => [.. _faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_PlantedFault_IsFoundAtItsPlace(string name)
    {
        var (definitionId, code, activity, plant) = _faults[name];
        var pack = ShippedPacks.Readings.Select(r => r.Pack!).Single(p => p.Definitions.Any(d => d.DefinitionId == definitionId));
        var planted = new Planted(pack.Definitions.Single(d => d.DefinitionId == definitionId));
        plant(planted);

        var findings = new DefinitionChecker(ShippedPacks.Compiler).Check(planted.Definition, pack);

        var found = findings.Where(f => f.Code == code && (activity is null || f.ActivityId == activity)).ToArray();
        found.ShouldNotBeEmpty(string.Join(Environment.NewLine, findings.Select(f => $"{f.Code} {f.ActivityId} {f.Message}")));
        found.ShouldAllBe(f => f.Severity == Severity.Error && f.DefinitionId == definitionId && f.Message.Contains('：'));
        if (activity is not null)
            found.ShouldAllBe(f => f.Message.Contains($"“{planted.NameOf(activity)}”", StringComparison.Ordinal), found[0].Message);
    }

    [Fact]
    public void FaultOfACompiledScript_InsideAnotherActivity_NamesTheInnerStep()
    {
        var pack = ShippedPacks.Of("xx-water");
        var planted = new Planted(pack.Definitions.Single(d => d.DefinitionId == "xx-water-common-back-fill"));
        planted.Add("again", "Elsa.While");
        planted.Script("again", "condition", "1 < 2");
        planted.Node("again")["body"] = new JsonObject
        {
            ["id"] = "inner", ["type"] = "Elsa.WriteLine", ["metadata"] = new JsonObject { ["displayText"] = "写日志" },
            ["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "'a' +" } },
        };

        var finding = new DefinitionChecker(ShippedPacks.Compiler).Check(planted.Definition, pack).Single(f => f.Code == "SCRIPT-INVALID");

        finding.ActivityId.ShouldBe("inner");
        finding.Message.ShouldContain("“写日志”");
    }

    [Fact]
    public void WaitForAClock_ThatHearsOfItsStopOnly_IsAWarning()
    {
        var pack = ShippedPacks.Of("xx-water");
        var planted = new Planted(pack.Definitions.Single(d => d.DefinitionId == "xx-water-common-escalation"));
        planted.List("wait", "events", "Stopped");
        planted.Disconnect("wait", "Breached");

        var finding = new DefinitionChecker(ShippedPacks.Compiler).Check(planted.Definition, pack).Single(f => f.Code == "TIMEOUT-NO-PATH");

        (finding.Severity, finding.ActivityId).ShouldBe((Severity.Warning, "wait"));
    }

    [Fact]
    public void Outcome_WithoutAChineseName_IsAWarningThatNamesIt()
    {
        var pack = ShippedPacks.Of("xx-water");
        var planted = new Planted(pack.Definitions.Single(d => d.DefinitionId == "xx-water-common-back-fill"));
        planted.List("back-fill", "outcomes", "BackFilled", "Forgotten");
        planted.Connect("back-fill", "Forgotten", "stop");

        var finding = new DefinitionChecker(ShippedPacks.Compiler).Check(planted.Definition, pack).ShouldHaveSingleItem();

        (finding.Severity, finding.Code, finding.ActivityId).ShouldBe((Severity.Warning, "UNKNOWN-OUTCOME", "back-fill"));
        finding.Message.ShouldContain("Forgotten");
    }

    [Fact]
    public void StartedWorkflow_NotPublished_IsAWarningThatNamesIt()
    {
        var pack = ShippedPacks.Readings.Select(r => r.Pack!).Single(p => p.Definitions.Any(d => d.DefinitionId == "xx-water-meter-data"));
        var planted = new Planted(pack.Definitions.Single(d => d.DefinitionId == "xx-water-meter-data"));
        planted.Node("clock")["type"] = "Elsa.DispatchWorkflow";
        planted.Literal("clock", "workflowDefinitionId", "xx-water-nowhere");

        var finding = new DefinitionChecker(ShippedPacks.Compiler).Check(planted.Definition, pack).Single(f => f.Code == "UNKNOWN-WORKFLOW");

        (finding.Severity, finding.ActivityId).ShouldBe((Severity.Warning, "clock"));
        finding.Message.ShouldContain("xx-water-nowhere");
    }

    [Fact]
    public void ClockOfAStep_NotShown_IsAWarningThatNamesIt()
    {
        var pack = ShippedPacks.Of("xx-water");
        var planted = new Planted(pack.Definitions.Single(d => d.DefinitionId == "xx-water-common-back-fill"));
        planted.Literal("back-fill", "rule", "");

        var finding = new DefinitionChecker(ShippedPacks.Compiler).Check(planted.Definition, pack).ShouldHaveSingleItem();

        (finding.Severity, finding.Code, finding.ActivityId).ShouldBe((Severity.Warning, "CLOCK-NOT-SHOWN", "back-fill"));
    }

    /// <summary>A definition that can be spoilt.</summary>
    private sealed class Planted(WorkflowDefinition original)
    {
        private readonly JsonObject _json = JsonNode.Parse(original.ToJson())!.AsObject();

        public WorkflowDefinition Definition => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(_json.ToJsonString()));

        private JsonArray Activities => _json["root"]!["activities"]!.AsArray();

        private JsonArray Connections => _json["root"]!["connections"]!.AsArray();

        public JsonObject Node(string id) => Activities.Select(a => a!.AsObject()).Single(a => (string?)a["id"] == id);

        /// <summary>What people call it: its label, else its title, else its name or id.</summary>
        public string NameOf(string id)
        {
            var node = Node(id);
            return (string?)node["metadata"]?["displayText"] ?? (string?)node["title"]?["expression"]?["value"] ?? (string?)node["name"] ?? id;
        }

        public void InTokenMode() => _json["customProperties"]!["Flowchart:ExecutionMode"] = "TokenBased";

        public void Literal(string id, string input, string value) => Node(id)[input] = Expression("Literal", value);

        public void List(string id, string input, params string[] values) =>
            Node(id)[input] = Expression("Object", new JsonArray([.. values.Select(v => JsonValue.Create(v))]).ToJsonString());

        public void Script(string id, string input, string script) => Node(id)[input] = Expression("JavaScript", script);

        public void Add(string id, string type) => Activities.Add(new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 });

        public void Connect(string source, string port, string target) => Connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });

        public void Disconnect(string source, string port)
        {
            var gone = Connections.Where(c => (string?)c!["source"]!["activity"] == source && (string?)c["source"]!["port"] == port).ToArray();
            gone.ShouldNotBeEmpty();
            foreach (var connection in gone)
                Connections.Remove(connection);
        }

        private static JsonObject Expression(string type, string value) =>
            new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
    }
}
