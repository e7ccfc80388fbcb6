using System.Text;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Tests.Definitions;

public sealed class WorkflowDefinitionTests
{
    [Fact]
    public void Parse_UnknownProperties_SurviveWriting()
    {
        const string json = """
            {"zzz":{"b":1.50,"a":[3,1]},"definitionId":"d","root":{"type":"Elsa.Sequence","id":"s","own":"中文","metadata":{"designer":{"x":1E2}},
             "value":{"z":1,"a":2}},"name":"流程","id":"v1","version":3,"isPublished":true}
            """;
        var definition = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json));
        var text = Encoding.UTF8.GetString(definition.ToJson());
        foreach (var part in (string[])["1.50", "中文", "1E2", "\"zzz\""]) text.ShouldContain(part);
        // The order of the author's data is kept.
        text.IndexOf("\"z\"", StringComparison.Ordinal).ShouldBeLessThan(text.LastIndexOf("\"a\"", StringComparison.Ordinal));
        WorkflowDefinition.Parse(definition.ToJson()).ShouldBe(definition);
        WorkflowDefinition.Parse(definition.ToJson()).ToJson().ShouldBe(definition.ToJson());
        (definition.Id, definition.Version, definition.IsPublished, definition.IsLatest).ShouldBe(("v1", 3, true, false));
    }

    [Fact]
    public void ToJson_OtherOrderOfProperties_GivesTheSameBytes()
    {
        var a = WorkflowDefinition.Parse("""{"definitionId":"d","root":{"type":"T","id":"x"},"b":1,"a":2}"""u8.ToArray());
        var b = WorkflowDefinition.Parse("""{"a":2,"b":1,"root":{"id":"x","type":"T"},"definitionId":"d"}"""u8.ToArray());
        a.ToJson().ShouldBe(b.ToJson());
        a.ShouldBe(b);
    }

    [Fact]
    public void With_AnotherVersion_ChangesOnlyThat()
    {
        var definition = WorkflowDefinition.Parse("""{"definitionId":"d","root":{"type":"T","id":"x"},"own":[1]}"""u8.ToArray());
        var next = definition.With("v2", 2, isLatest: true, isPublished: false);
        (next.Id, next.Version, next.IsLatest, next.IsPublished).ShouldBe(("v2", 2, true, false));
        next.Json.GetProperty("own").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ShouldBe("[1]");
        definition.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "不是有效的 JSON")]
    [InlineData("[]", "应是一个 JSON 对象")]
    [InlineData("{\"definitionId\":\"a\"}", "缺少 root")]
    [InlineData("{\"model\":{}}", "保存请求")]
    [InlineData("{\"activities\":[]}", "Elsa 2")]
    [InlineData("{\"root\":{\"id\":\"a\"}}", "带 type")]
    [InlineData("{\"root\":{\"type\":\"a\"}}", "缺少 definitionId")]
    [InlineData("{\"a\":1,\"a\":2}", "不是有效的 JSON")]
    [InlineData("{\"definitionId\":\"a\",\"root\":{\"type\":\"a\"},\"variables\":{}}", "数组")]
    [InlineData("{\"definitionId\":\"a\",\"root\":{\"type\":\"a\"}", "不是有效的 JSON")]
    public void Parse_NoDefinition_SaysWhyInChinese(string text, string words) =>
        Should.Throw<InvalidDefinitionException>(() => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(text))).Message.ShouldContain(words);

    [Fact]
    public void Parse_TenThousandNestedActivities_IsRefused()
    {
        var text = string.Concat(Enumerable.Repeat("{\"type\":\"Elsa.Sequence\",\"id\":\"s\",\"activities\":[", 10_000)) + string.Concat(Enumerable.Repeat("]}", 10_000));
        Should.Throw<InvalidDefinitionException>(() => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes($"{{\"definitionId\":\"d\",\"root\":{text}}}")))
            .Message.ShouldContain("嵌套过深");
    }

    [Fact]
    public void Parse_TooLarge_IsRefused() =>
        Should.Throw<InvalidDefinitionException>(() => WorkflowDefinition.Parse(new byte[DefinitionText.MaxBytes + 1])).Message.ShouldContain("文件过大");

    [Fact]
    public async Task Compile_AsStudioStores_Runs()
    {
        // No type names, "True" as text, a variable as JSON text, null instead of a wrapper, an emptied editor.
        var definition = WorkflowDefinition.Parse("""
            {"definitionId":"d","variables":[{"id":"v1","name":"Days","typeName":"Int32","isArray":false,"value":"7","storageDriverTypeName":null}],
             "root":{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[
               {"id":"a","type":"Elsa.FlowDecision","version":1,"condition":{"typeName":null,"expression":{"type":"Literal","value":"True"},"memoryReference":null}},
               {"id":"b","type":"Elsa.WriteLine","version":1,"text":{"typeName":null,"expression":{"type":"Variable","value":"{\"id\":\"v1\",\"name\":\"Days\",\"typeName\":\"Int32\"}"}}},
               {"id":"c","type":"Elsa.WriteLine","version":1,"text":null},
               {"id":"e","type":"Elsa.FlowDecision","version":1,"condition":{"typeName":null,"expression":{"type":"Literal","value":""}}}],
              "connections":[{"source":{"activity":"a","port":"True"},"target":{"activity":"b","port":"In"},"vertices":[]},
                             {"source":{"activity":"b","port":"Done"},"target":{"activity":"c","port":"In"},"vertices":[]},
                             {"source":{"activity":"c","port":"Done"},"target":{"activity":"e","port":"In"},"vertices":[]}]}}
            """u8.ToArray());
        var host = new EngineHost(RunMode.Straight);
        (await host.StartAsync(definition)).Incidents.ShouldBeEmpty();
        host.Lines.ShouldBe(["7", ""]);
    }
}
