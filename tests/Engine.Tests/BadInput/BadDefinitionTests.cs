using System.Text;
using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.BadInput;

/// <summary>Files that no designer draws: each is refused with a text that says what is wrong, soon and without taking the process along.</summary>
public sealed class BadDefinitionTests
{
    [Theory]
    [InlineData("\"x\": 1e400", "1e400")]
    [InlineData("\"x\": \"\\ud800\"", "UTF-8")]
    [InlineData("\"\\udc00\": 1", "UTF-8")]
    [InlineData("\"name\": \"a\", \"name\": \"b\"", "JSON")]
    [InlineData("\"version\": 99999999999", "version")]
    [InlineData("\"variables\": {}", "variables")]
    public void Parse_TextThatIsWrong_IsRefused(string property, string words) =>
        Refusal("""{"definitionId":"d","root":{"type":"Elsa.Sequence","id":"s"},""" + property + "}").ShouldContain(words);

    [Fact]
    public void Parse_InvalidUtf8_IsRefused()
    {
        var text = Encoding.UTF8.GetBytes("""{"definitionId":"d","name":"x?x","root":{"type":"Elsa.Sequence","id":"s"}}""");
        text[text.AsSpan().IndexOf((byte)'?')] = 0xFF;
        Should.Throw<InvalidDefinitionException>(() => WorkflowDefinition.Parse(text)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Parse_TenThousandActivitiesInsideOneAnother_IsRefused()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $$"""{"type":"Elsa.Sequence","id":"s{{i}}","activities":["""));
        Refusal($$"""{"definitionId":"d","root":{{text}}{{string.Concat(Enumerable.Repeat("]}", 10_000))}}}""").ShouldContain("嵌套过深");
    }

    [Theory, InlineData("[", "]"), InlineData("{\"a\":", "}")]
    public void Parse_ValueNestedTenThousandDeep_IsRefused(string open, string close)
    {
        var value = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Refusal(Definition($$"""{"type":"Object","value":{{value}}}""")).ShouldContain("嵌套过深");
        // The same as a text that holds JSON.
        Refusal(Definition(JsonSerializer.Serialize(new { type = "Object", value }))).ShouldContain("JSON");
    }

    [Fact]
    public void Parse_LiteralOfFiftyMegabytes_IsRefused() =>
        Refusal(Definition(JsonSerializer.Serialize(new { type = "Literal", value = new string('x', 50_000_000) }))).ShouldContain("过大");

    [Fact]
    public async Task Run_LiteralOfTenMegabytes_IsAnIncident()
    {
        var definition = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(Definition(JsonSerializer.Serialize(new { type = "Literal", value = new string('x', 10_000_000) }))));
        var instance = await new EngineHost(RunMode.Straight).StartAsync(definition);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().Message.ShouldContain("字符");
    }

    [Fact]
    public void Compile_MoreThanTwentyThousandActivities_IsRefused() =>
        Refusal(Flowchart(Enumerable.Range(0, 20_100).Select(i => $"a{i}"), [])).ShouldContain("20000");

    [Fact]
    public void Compile_TypesThatAreUnknownByTheThousand_NamesOnlyTheFirst() =>
        Refusal(Flowchart(Enumerable.Range(0, 5_000).Select(i => $"a{i}"), [], "Elsa.WriteLin")).Length.ShouldBeLessThan(50_000);

    [Fact]
    public void Compile_TypeOfAMillionLetters_IsRefusedWithoutALongSearch() =>
        Refusal(Flowchart(["a"], [], new string('x', 1_000_000))).ShouldContain("不支持的活动类型");

    [Fact]
    public void Compile_ThousandsOfVariables_IsRefused() =>
        Refusal($$"""{"definitionId":"d","variables":[{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $$"""{"name":"v{{i}}"}"""))}}],"root":{"type":"Elsa.Sequence","id":"s"} }""")
            .ShouldContain("变量");

    [Theory, EveryMode]
    public async Task Run_FiveThousandConnectionsIntoOneJoin_EndsOnce(RunMode mode)
    {
        var branches = Enumerable.Range(0, 5_000).Select(i => $"b{i}").ToArray();
        var connections = branches.SelectMany(b => new[] { ("start", b), (b, "join") });
        var definition = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(Flowchart(["start", .. branches, "join"], connections)));
        var host = new EngineHost(mode);
        var instance = await host.StartAsync(definition);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Completed(instance.Id).Count(id => id == "join").ShouldBe(1);
    }

    [Fact]
    public void Compile_AChainOfTenThousand_IsRead()
    {
        var ids = Enumerable.Range(0, 10_000).Select(i => $"a{i}").ToArray();
        Compile(Flowchart(ids, ids.Zip(ids.Skip(1)))).Nodes.Count.ShouldBe(10_002);
    }

    [Fact]
    public void Compile_WorkflowsThatUseOneAnotherInACycle_IsRefusedWithTheirNames()
    {
        var source = new DefinitionFolder();
        foreach (var (id, next) in (ReadOnlySpan<(string, string)>)[("甲", "乙"), ("乙", "丙"), ("丙", "甲")])
            source.Add(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(
                $$"""{"id":"{{id}}-v1","definitionId":"{{id}}","name":"{{id}}","isPublished":true,"isLatest":true,"root":{"type":"{{next}}","id":"call","workflowDefinitionId":"{{next}}"} }""")));
        var message = Should.Throw<InvalidDefinitionException>(() => new EngineHost(RunMode.Straight).Compiler.Compile(source.FindPublished("甲")!, source)).Message;
        foreach (var id in (string[])["甲", "乙", "丙"]) message.ShouldContain($"“{id}”");
    }

    private static string Definition(string expression) =>
        $$"""{"definitionId":"d","variables":[{"id":"v","name":"V","typeName":"Object"}],"root":{"type":"Elsa.SetVariable","id":"s","variable":{"id":"v","name":"V"},"value":{"typeName":null,"expression":{{expression}} } } }""";

    private static string Flowchart(IEnumerable<string> ids, IEnumerable<(string From, string To)> connections, string type = "Elsa.WriteLine") => JsonSerializer.Serialize(new
    {
        definitionId = "d",
        root = new
        {
            type = "Elsa.Flowchart",
            id = "f",
            activities = ids.Select(id => new { type, id }),
            connections = connections.Select(c => new { source = new { activity = c.From, port = "Done" }, target = new { activity = c.To, port = "In" } }),
        },
    });

    private static string Refusal(string json) => Should.Throw<InvalidDefinitionException>(() => Compile(json)).Message;

    private static WorkflowGraph Compile(string json) =>
        new EngineHost(RunMode.Straight).Compiler.Compile(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json)), new DefinitionFolder());
}
