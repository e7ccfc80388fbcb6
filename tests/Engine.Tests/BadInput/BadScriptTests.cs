using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.BadInput;

/// <summary>
/// Scripts that want to run for ever, to fill the memory, to end the process or to leave their engine: each is refused when compiled, or
/// is an incident of its own instance, and the next script runs as if nothing had been.
/// </summary>
public sealed class BadScriptTests
{
    // Makes a text of 2^17 characters, or an array nested deeper than any stack, within the limits of statements.
    private const string Long = "var s = 'aaaaaaaa'; for (var i = 0; i < 14; i++) s += s; ";
    private const string Deep = "var a = []; for (var i = 0; i < 3000; i++) a = [[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]]]]]]; ";

    public static TheoryData<string> Endless() =>
    [
        "while (true) {}",
        "for (;;) ;",
        "do { var x = 1; } while (x)",
        "var f = function () { return f() + f(); }; return f();",
        "var o = { get a() { return this.a; } }; return o.a;",
        "var o = { toString: function () { return '' + this; } }; return '' + o;",
        "var o = { valueOf: function () { return this - 1; } }; return o - 1;",
        "[3, 1, 2].sort(function () { while (true) {} })",
        "'abc'.replace(/b/, function () { for (;;) {} })",
        "JSON.stringify({ toJSON: function () { while (true) {} } })",
    ];

    public static TheoryData<string> Growing() =>
    [
        "var s = 'x'; while (true) s += s;",
        "var s = 'xxxxxxxxxxxxxxxx', t = 0; return [" + Repeat("s += s", 40, ", ") + "].length;",
        "var o = { s: 'xxxxxxxxxxxxxxxx' }; return [" + Repeat("o.s += o.s", 40, ", ") + "].length;",
        Long + "return (" + Repeat("s", 90, " + ") + ").length;",
        Long + "return ''.concat(" + Repeat("s", 4000, ",") + ").length;",
        Long + "var a = []; for (var i = 0; i < 2000; i++) a.push(s); return a.join('').length;",
        Long + "var a = []; for (var i = 0; i < 2000; i++) a.push(s); return JSON.stringify(a).length;",
        Long + "return s.replace(/a/g, { toString: function () { return s; } }).length;",
        Long + "return s.replace(/a*/, '" + Repeat("$&", 3000, "") + "').length;",
        Long + "return s.replace(/a/g, function () { return s; }).length;",
        Long + "return s.replace(/a/g, [].join.bind([s, s, s])).length;",
        Long + "return s.split('').map(function () { return s + s; }).length;",
        "var a = [1]; while (true) a = a.concat(a);",
        "var a = new Array(9000).join(',').split(','); return [].concat(" + Repeat("a", 4000, ",") + ").length;",
        "var a = []; while (true) a.push(a, a, a, a, a, a, a, a);",
        "new Array(1e9).join('x')",
        "new Array(1e9).toString()",
        "'' + new Array(1e9)",
        "Math.max.apply(null, new Array(1e9))",
        "String.fromCharCode.apply(null, { length: 1e9 })",
        "var n = 0; return Array.prototype.indexOf.call({ get length() { return n++ ? 4e9 : 1; } }, 5);",
        "Array.prototype.lastIndexOf.call({ length: { valueOf: function () { return 4e9; } } }, 5)",
        "Array.prototype.join.call({ length: '4e9' }, ',')",
        "var a = []; a[4294967290] = 1; a.reverse(); return 1;",
        "var o = {}; for (var i = 0; ; i++) o['k' + i] = new Array(100).join('x');",
    ];

    public static TheoryData<string> Nested() =>
    [
        "var a = []; a[0] = a; return JSON.stringify(a);",
        "var o = {}; o.o = o; return JSON.stringify(o);",
        "var o = {}; o.o = o; return o;",
        Deep + "return JSON.stringify(a);",
        Deep + "return a.toString();",
        Deep + "return a.toLocaleString();",
        Deep + "return '' + a;",
        Deep + "return a;",
        Deep + "setVariable('N', a); return 1;",
        Deep + "return toJson(a);",
        Deep + "return JSON.stringify({ get a() { return a; } });",
        "JSON.stringify({ get o() { return { toJSON: function () { return { get o() { return this; } }; } }; } })",
        "var make = function () { return { get o() { return make(); } }; }; return JSON.stringify(make());",
        "var s = '[[[[[[[['; for (var i = 0; i < 14; i++) s += s; return JSON.parse(s);",
        "var s = '{\"a\":{\"a\":'; for (var i = 0; i < 14; i++) s += s; return JSON.parse(s);",
    ];

    public static TheoryData<string> Escaping() =>
    [
        "this['eval']('1')",
        "this['ev' + 'al']('while (true) {}')",
        "this['Func' + 'tion']('return 1')()",
        "(function () {}).constructor('return 1')()",
        "getName.constructor('return 1')()",
        "[].map['constructor']('return 1')()",
        "Object.getPrototypeOf(function () {}).constructor('return 1')()",
        "var c = 'constructor'; return (function () {})[c]('return 1')();",
        "getName.GetType().Assembly",
        "this.System.IO.File.Exists('/')",
        "this.importNamespace('System')",
        "getVariable.Target.Invoke()",
        "this.host.Exit()",
    ];

    public static TheoryData<string> Searching() =>
    [
        "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.match(/(a*)*b/)",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(/(a|aa)+$/, '')",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.split(/(a|a?)+b/)",
        "new RegExp('^(a+)+$').exec('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
        // Each search is short; there are thousands in one statement.
        "var r = /^(a+)+$/; return [" + Repeat("r.test('aaaaaaaaaaaaaaaaaaaa!')", 400, ",") + "].length;",
        "var r = /^(a+)+$/, a = []; for (var i = 0; i < 400; i++) a.push('aaaaaaaaaaaaaaaaaaaa!'); return a.filter(r.test, r).length;",
        "var a = []; for (var i = 0; i < 400; i++) a.push('aaaaaaaaaaaaaaaaaaa!'); return a.join('').replace(/b?(?=(a+)+b)|!/g, '').length;",
    ];

    [Theory]
    [MemberData(nameof(Endless)), MemberData(nameof(Growing)), MemberData(nameof(Nested)), MemberData(nameof(Escaping)), MemberData(nameof(Searching))]
    public async Task Script_ThatDoesHarm_IsRefusedOrAnIncidentOfItsInstanceAlone(string source)
    {
        var host = new EngineHost(RunMode.Straight);
        string message;
        try
        {
            var instance = await RunAsync(host, source);
            instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
            message = instance.Incidents.Single().Message;
        }
        catch (InvalidDefinitionException e)
        {
            message = e.Message;
        }

        message.ShouldContain("脚本");
        (await RunAsync(host, "[1, 2].map(function (x) { return x + getN(); }).join('-') + JSON.stringify({ a: [1, 'x'] })")).Output["R"].ShouldBe("5-6{\"a\":[1,\"x\"]}");
    }

    [Theory]
    [InlineData("(", ")", 4_000)]
    [InlineData("[", "]", 4_000)]
    [InlineData("(function () { return ", "})()", 400)]
    [InlineData("`${", "}`", 2_000)]
    [InlineData("x => ", "", 2_000)]
    [InlineData("-", "", 9_000)]
    [InlineData("{ a: ", "}", 1_500)]
    public async Task Script_NestedDeep_IsRefusedOrRuns(string open, string close, int depth)
    {
        // A value that the quick path cannot compute, so that a real engine has to read the text.
        var source = Repeat(open, depth, "") + "getName().toUpperCase()" + Repeat(close, depth, "");
        (await Should.ThrowAsync<InvalidDefinitionException>(() => RunAsync(new EngineHost(RunMode.Straight), "return " + source))).Message.ShouldContain("脚本");
    }

    [Theory]
    [InlineData("new Date(1e300)", null)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("var a = ['x', { b: 1 }]; return JSON.stringify(a, null, 2);", "[\n  \"x\",\n  {\n    \"b\": 1\n  }\n]")]
    [InlineData("JSON.stringify({ a: 1, b: { a: 2, c: 3 }, d: [{ c: 4 }] }, ['a', 'b'])", "{\"a\":1,\"b\":{\"a\":2}}")]
    [InlineData("JSON.stringify({ a: 1, b: 'x' }, function (k, v) { return k === 'b' ? undefined : v; })", "{\"a\":1}")]
    [InlineData("JSON.stringify([undefined, null, 1]) + JSON.stringify({ u: undefined, f: function () {} })", "[null,null,1]{}")]
    [InlineData("JSON.stringify({ toJSON: function () { return 'j'; } })", "\"j\"")]
    [InlineData("JSON.parse('{\"a\":[1,{\"b\":\"[[[[\"}]}').a[1].b", "[[[[")]
    [InlineData("var o = { n: 1, s: 'a' }; o.n += 2; o['s'] += 'b'; o.s += 1; return o.n + o.s;", "3ab1")]
    [InlineData("var i = 0, a = [1, 1]; a[i++] += 5; return a.join() + i;", "6,11")]
    [InlineData("var s = 'a'; s += 1; s += null; s += undefined; return s + true + [1, 2] + {};", "a1nullundefinedtrue1,2[object Object]")]
    [InlineData("var d = 1 + 2 + '3' + 4; return d + (+'5') + new Date(0).getTime();", "33450")]
    [InlineData("var o = { valueOf: function () { return 4; } }; return o + 1;", 5.0)]
    [InlineData("'a-b-c'.replace(/-/g, '+') + 'x'.replace('x', '$&$&') + 'q'.concat(1, 'r')", "a+b+cxxq1r")]
    [InlineData("Array.prototype.indexOf.call({ length: -1 }, 5)", -1.0)]
    [InlineData("Math.max.apply(null, [1, 5, 3]) + [].concat([1], 2, [3, [4]]).length", 9.0)]
    [InlineData("Array.prototype.slice.call(arguments, 0).length + Array.prototype.join.call('abc', '-')", "0a-b-c")]
    public async Task Script_NearTheLimits_MeansWhatJavaScriptMeans(string source, object? expected)
    {
        var instance = await RunAsync(new EngineHost(RunMode.Straight), source);
        instance.Incidents.ShouldBeEmpty();
        instance.Output.GetValueOrDefault("R").ShouldBe(expected);
    }

    [Fact]
    public async Task Texts_AddedUpWithoutAnEngine_AreLimitedAsWell()
    {
        var host = new EngineHost(RunMode.Straight);
        var instance = await RunAsync(host, Repeat("getName()", 90, " + "), new string('水', 90_000));
        instance.Incidents.Single().Message.ShouldContain("字符");
    }

    private static string Repeat(string text, int times, string between) => string.Join(between, Enumerable.Repeat(text, times));

    private static Task<WorkflowInstance> RunAsync(EngineHost host, string source, string name = "水") =>
        host.StartAsync(WorkflowDefinition.Parse(JsonSerializer.SerializeToUtf8Bytes(new
        {
            definitionId = "script",
            variables = new object[]
            {
                new { id = "n", name = "N", typeName = "Int32", value = "4" },
                new { id = "m", name = "Name", typeName = "String", value = name },
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
