using System.Diagnostics;
using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Tests.Expressions;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("1 + 2", 3.0)]
    [InlineData("return 5;", 5.0)]
    [InlineData("getN() * 2 - 1", 7.0)]
    [InlineData("variables.N + 1", 5.0)]
    [InlineData("getVariable('N') > 3 && getName() === '水'", true)]
    [InlineData("getNothing() == null ? 'none' : 'some'", "none")]
    [InlineData("getN() + getName()", "4水")]
    [InlineData("`号码 ${getN() + 1}：${getName()}\"x\"`", "号码 5：水\"x\"")]
    [InlineData("`a${[1, 2].map(x => x + `b${x}`).join(`-`)}c`", "a1b1-2b2c")]
    [InlineData("[3, 1, 2].filter((x, i) => { return x > 1; }).length", 2.0)]
    [InlineData("const a = 2; let b = 3; return a * b;", 6.0)]
    [InlineData("var x = 1; x + 1;", 2.0)]
    [InlineData("setVariable('N', 9); getN()", 9.0)]
    [InlineData("setN(7); return getN();", 7.0)]
    [InlineData("x = 5; return x;", 5.0)]
    [InlineData("getList().length + getMap().k", 3.0)]
    [InlineData("var s = 0; for (var i = 0; i < 10; i++) { s += i; } return s;", 45.0)]
    [InlineData("var o = { a: 1 }; o.b = 2; return o.a + o.b;", 3.0)]
    [InlineData("[1, null, [2, 3]].join()", "1,,2,3")]
    [InlineData("typeof nothing === 'undefined'", true)]
    [InlineData("'a/b'.split('/')[1] // c`", "b")]
    [InlineData("/^1[3-9]\\d{9}$/.test('13800000000')", true)]
    [InlineData("getMap()['k'] === 1 && getMap().missing === undefined", true)]
    [InlineData("'2' == 2", true)]
    [InlineData("'10' < '9'", true)]
    [InlineData("0.1 + 0.2 > 0.3", true)]
    [InlineData("1 / 0 > 1e300", true)]
    [InlineData("isNullOrWhiteSpace(' ')", true)]
    [InlineData("twice(getN())", 8.0)]
    [InlineData("getFacts().channel === 'wechat' || getFacts().anonymous", true)]
    [InlineData("toJson({a: [1, 'x', null, true]})", "{\"a\":[1,\"x\",null,true]}")]
    [InlineData("stringToBase64('水') + stringFromBase64('5rC0')", "5rC0水")]
    [InlineData("bytesToString(bytesFromString('水费')) + bytesFromString('ab')[1]", "水费98")]
    [InlineData("bytesToBase64(bytesFromBase64('AQL/'))", "AQL/")]
    [InlineData("bytesToString([97, 98]) + bytesToString(getList()).length", "ab2")]
    [InlineData("parseGuid('{0F8FAD5B-D9CB-469F-A165-70867728950E}')", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("newGuid().length + newGuidString().length + (newShortGuid() === newShortGuid() ? 1 : 0)", 72.0)]
    [InlineData("/^[A-Za-z0-9]{15,22}$/.test(getShortGuid()) && getGuidString() !== getGuidString()", true)]
    [InlineData("getWorkflowInstanceName() === null && getWorkflowDefinitionId() === 'script'", true)]
    [InlineData("setWorkflowInstanceName('x'); return getWorkflowInstanceName() + isNullOrEmpty(getCorrelationId());", "xtrue")]
    [InlineData("getMyPart() + getVariable('my part') + variables['my part']", "ppp")]
    [InlineData("", null)]
    public async Task Script_OfAnySupportedForm_GivesItsValue(string source, object? expected)
    {
        var instance = await RunAsync(source);
        instance.Incidents.ShouldBeEmpty();
        instance.Output.GetValueOrDefault("R").ShouldBe(expected);
    }

    [Theory]
    [InlineData("while (true) {}", "脚本")]
    [InlineData("(function f() { return f(); })()", "脚本")]
    [InlineData("var s = 'xxxxxxxxxxxxxxxx'; for (var i = 0; i < 40; i++) s += s; return s.length;", "过长")]
    [InlineData("new Array(1e9).join('x')", "数组")]
    [InlineData("var a = []; a.length = 4e9; a.forEach(function (x) {}); return 1;", "数组")]
    [InlineData("var s = new Array(9000).join('x'); return s.replace(/x/g, s).length;", "过长")]
    [InlineData("var s = new Array(9000).join('x'); return s + s + s + s + s + s + s + s + s + s + s + s;", "字符")]
    [InlineData("return getName;", "函数")]
    [InlineData("var a = []; a[0] = a; return a;", "嵌套")]
    [InlineData("var a = []; a[0] = a; return a.join();", "嵌套")]
    [InlineData("throw new Error('不行')", "不行")]
    [InlineData("null.x", "脚本出错")]
    [InlineData("parseGuid('no')", "GUID")]
    [InlineData("stringFromBase64('!')", "Base64")]
    [InlineData("bytesToString([1, 300])", "0 到 255")]
    [InlineData("bytesToString('text')", "字节的列表")]
    [InlineData("getOutputFrom('sett')", "是否想写 “set”")]
    [InlineData("getVariable(5)", "应是文本")]
    public async Task Script_PastALimit_BecomesAnIncidentSoon(string source, string words)
    {
        var watch = Stopwatch.StartNew();
        var instance = await RunAsync(source);
        instance.Incidents.Single().Message.ShouldContain(words);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("eval('1')", "eval")]
    [InlineData("new Function('return 1')()", "Function")]
    [InlineData("class A {}", "class")]
    [InlineData("a?.b", "可选链")]
    [InlineData("[...[1]]", "展开")]
    [InlineData("for (var x of [1]) {}", "for…of")]
    [InlineData("({a, b}) => a", "箭头函数")]
    [InlineData("var x = ;", "语法错误")]
    [InlineData("`open", "模板字符串")]
    [InlineData("importNamespace('System')", "不存在的名称")]
    [InlineData("streamToBytes(1)", "不存在的名称")]
    [InlineData("getConfig('Password')", "不存在的名称")]
    [InlineData("setOutcome('x')", "不存在的名称")]
    [InlineData("getResultFromNobody()", "不存在的名称")]
    public async Task Script_NotSupported_IsRefusedAtCompileTime(string source, string words) =>
        (await Should.ThrowAsync<InvalidDefinitionException>(() => RunAsync(source))).Message.ShouldContain(words);

    [Theory]
    [InlineData("((((", ")")]
    [InlineData("!", "1")]
    [InlineData("[", "]")]
    [InlineData("1+", "1")]
    public async Task Script_NestedThousandsDeep_IsRefusedAndNothingBreaks(string piece, string end) =>
        await Should.ThrowAsync<InvalidDefinitionException>(() => RunAsync(string.Concat(Enumerable.Repeat(piece, 4000)) + end));

    [Fact]
    public async Task Script_ThatTampersWithBuiltIns_LeavesNoTraceForOthers()
    {
        var host = Host();
        foreach (var source in (string[])
        [
            "Array.prototype.join = function () { return 'bad'; }; leaked = 1; return 1;", "Math = 5", "this.leaked = 2",
            "Object.getPrototypeOf([]).push(1)", "var f = function (Math) { return Math; }; Math = 3; return f(1);",
        ])
        {
            await RunAsync(source, host);
            (await RunAsync("[1, 2].slice(0).join('-') + (typeof leaked) + Math.max(1, 2) + [].length", host)).Output["R"].ShouldBe("1-2undefined20");
            (await RunAsync("var x = [1, 2].join('-'); return x + (typeof leaked) + Math.max(1, 2) + [].length;", host)).Output["R"].ShouldBe("1-2undefined20");
        }
    }

    [Fact]
    public async Task Values_InAndOutOfAScript_AreThoseOfJavaScript()
    {
        var instance = await RunAsync("({ date: new Date(Date.UTC(2026, 0, 2)), list: [1, { a: 'b' }], none: undefined })");
        var map = instance.Output["R"].ShouldBeOfType<Dictionary<string, object?>>();
        map["date"].ShouldBe(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        map["none"].ShouldBeNull();
        map["list"].ShouldBeOfType<List<object?>>()[1].ShouldBeOfType<Dictionary<string, object?>>()["a"].ShouldBe("b");
    }

    private static EngineHost Host()
    {
        var functions = new ScriptFunctions()
            .Add("twice", (_, a) => (double)a[0]! * 2)
            .Add("getFacts", (_, _) => new Dictionary<string, object?> { ["channel"] = "wechat", ["anonymous"] = false });
        return new EngineHost(RunMode.Reloaded, ActivityRegistry.WithBuiltIns(), functions);
    }

    private static async Task<WorkflowInstance> RunAsync(string source, EngineHost? host = null)
    {
        return await (host ?? Host()).StartAsync(WorkflowDefinition.Parse(JsonSerializer.SerializeToUtf8Bytes(new
        {
            definitionId = "script",
            variables = new object[]
            {
                new { id = "n", name = "N", typeName = "Int32", value = "4" },
                new { id = "m", name = "Name", typeName = "String", value = "水" },
                new { id = "y", name = "my part", typeName = "String", value = "p" },
                new { id = "o", name = "Nothing", typeName = "Object" },
                new { id = "l", name = "List", typeName = "Int32", isArray = true, value = "[1,2]" },
                new { id = "p", name = "Map", typeName = "Object", value = "{\"k\":1}" },
            },
            root = new
            {
                id = "set",
                type = "Elsa.SetOutput",
                outputName = new { expression = new { type = "Literal", value = "R" } },
                outputValue = new { expression = new { type = "JavaScript", value = source } },
            },
        })));
    }
}
