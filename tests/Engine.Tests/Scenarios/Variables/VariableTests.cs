using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bpm.Engine.Tests.Scenarios.Variables;

public sealed class VariableTests
{
    public static readonly Dictionary<string, object?> OfEachType = new()
    {
        ["Int32"] = int.MinValue, ["Int64"] = long.MaxValue, ["Double"] = 0.1, ["Decimal"] = 1.10m, ["Boolean"] = true, ["String"] = "水\n费",
        ["DateTimeOffset"] = new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.FromHours(8)).AddTicks(1), ["TimeSpan"] = TimeSpan.FromTicks(-1),
        ["Guid"] = Guid.Parse("0192f0c4-0000-7000-8000-000000000001"),
        ["Object"] = new Dictionary<string, object?> { ["$id"] = "1", ["$ref"] = "2", ["_type"] = "x", ["$type"] = new List<object?> { 1.0, "1" } },
    };

    [Theory, EveryMode]
    public async Task Drivers_AfterAWait_OnlyMemoryIsBackAtItsDefault(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Variables/drivers", mode);
        host.Instance(instance.Id).GetVariable("Memory").ShouldBe(0);
        await host.SendAsync("go");
        host.Lines.ShouldBe(["1 2 3 4 5", "1 2 3 0 5"]);
    }

    [Theory, EveryMode]
    public async Task Types_AfterAWait_AreKept(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Variables/types", mode, OfEachType);
        await host.SendAsync("go");
        foreach (var (name, value) in OfEachType)
        {
            var kept = host.Instance(instance.Id).GetVariable(name);
            if (name != "Object") kept.ShouldBe(value);
            kept!.GetType().ShouldBe(value!.GetType());
        }
        ((DateTimeOffset)host.Instance(instance.Id).GetVariable("DateTimeOffset")!).Offset.ShouldBe(TimeSpan.FromHours(8));
        JsonSerializer.Serialize(host.Instance(instance.Id).GetVariable("Object")).ShouldBe("""{"$id":"1","$ref":"2","_type":"x","$type":[1,"1"]}""");
    }

    [Theory, EveryMode]
    public async Task JsonFromOutside_BecomesPlainValues(RunMode mode)
    {
        var json = JsonSerializer.Deserialize<JsonElement>("""{"$id":"7","list":[1,2.5,"x",null,true],"big":12345678901}""");
        foreach (object given in (object[])[json, JsonNode.Parse(json.GetRawText())!])
        {
            var (host, instance) = await Scenario.StartAsync("Limits/payload", mode);
            await host.SendAsync("first", given);
            var kept = host.Instance(instance.Id).GetVariable("A").ShouldBeOfType<Dictionary<string, object?>>();
            kept["$id"].ShouldBe("7");
            kept["list"].ShouldBeOfType<List<object?>>().ShouldBe([1, 2.5, "x", null, true]);
            kept["big"].ShouldBe(12345678901L);
        }
    }

    [Theory, EveryMode]
    public async Task OddValues_AreTheSameBeforeAndAfterAWait(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Limits/payload", mode);
        var given = new Dictionary<string, object?>
        {
            ["half"] = "a\ud83d", ["whole"] = "😀", ["nan"] = double.NaN, ["bytes"] = new byte[] { 1, 2 }, ["typed"] = new Dictionary<string, string> { ["k"] = "v" },
            ["u"] = uint.MaxValue, ["ul"] = ulong.MaxValue, ["local"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), ["f"] = 1.5f,
        };
        await host.SendAsync("first", given);
        host.Instance(instance.Id).Incidents.ShouldBeEmpty();
        var kept = (Dictionary<string, object?>)host.Instance(instance.Id).GetVariable("A")!;
        kept["half"].ShouldBe("a\ufffd");
        kept["whole"].ShouldBe("😀");
        kept["nan"].ShouldBe(double.NaN);
        kept["bytes"].ShouldBeOfType<byte[]>().ShouldBe([1, 2]);
        kept["typed"].ShouldBeOfType<Dictionary<string, object?>>()["k"].ShouldBe("v");
        kept["u"].ShouldBe((long)uint.MaxValue);
        kept["ul"].ShouldBe((decimal)ulong.MaxValue);
        kept["local"].ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        kept["f"].ShouldBe(1.5);
    }
}
