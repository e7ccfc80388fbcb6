using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.Engine.Tests.Scenarios;

namespace Bpm.Engine.Tests.Storage;

/// <summary>Random values through the stored state: what comes back is what was set, type for type.</summary>
public sealed class StateValuesTests
{
    private static readonly string[] Keys = ["$id", "$ref", "_type", "$type", "$values", "", "水费", "a.b", "0"];

    [Fact]
    public async Task RandomValues_AfterStoring_AreEqualTypeForType()
    {
        var host = new EngineHost(RunMode.Reloaded);
        var graph = host.Compiler.Compile(WorkflowDefinition.Parse(await File.ReadAllBytesAsync(Scenario.PathOf("Limits/payload"))), host.Definitions);
        var runner = new WorkflowRunner(host.Clock);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var value = Value(new Random(seed), 4);
            var instance = runner.Start(graph, new StartOptions { Input = new Dictionary<string, object?> { ["v"] = value } }, null).Instance;
            runner.SetVariable(graph, instance, "A", value);
            var read = InstanceSerializer.Read(InstanceSerializer.Write(instance));
            WorkflowRunner.Bind(graph, read);
            Told(read.GetVariable("A")).ShouldBe(Told(value), $"seed {seed}");
            Told(read.Input["v"]).ShouldBe(Told(value), $"seed {seed}");
        }
    }

    private static object? Value(Random random, int depth) => random.Next(depth > 0 ? 14 : 11) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(int.MinValue, int.MaxValue),
        3 => random.NextInt64(long.MinValue, long.MaxValue),
        4 => random.Next(6) switch { 0 => double.NaN, 1 => double.NegativeInfinity, 2 => -0.0, 3 => double.Epsilon, _ => random.NextDouble() * 1e300 },
        5 => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
        6 => Text(random),
        7 => new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841))),
        8 => new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue)),
        9 => new Guid(Bytes(random, 16)),
        10 => Bytes(random, random.Next(40)),
        11 => Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, depth - 1)).ToList(),
        _ => Map(random, depth),
    };

    private static Dictionary<string, object?> Map(Random random, int depth)
    {
        var map = new Dictionary<string, object?>();
        for (var i = random.Next(5); i > 0; i--) map[random.Next(2) == 0 ? Keys[random.Next(Keys.Length)] : Text(random)] = Value(random, depth - 1);
        return map;
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(5) switch { 0 => "水", 1 => "😀", 2 => "\0", 3 => "\"$id\"", _ => ((char)random.Next(32, 127)).ToString() }));

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Value and type as text, in the order of the parts.</summary>
    private static string Told(object? value) => value switch
    {
        null => "null",
        double d => $"Double:{BitConverter.DoubleToInt64Bits(d)}",
        decimal m => $"Decimal:{string.Join(',', decimal.GetBits(m))}",
        DateTimeOffset t => $"Moment:{t.UtcTicks}{t.Offset}",
        byte[] b => $"Bytes:{Convert.ToHexString(b)}",
        Dictionary<string, object?> map => "{" + string.Join(';', map.Select(p => JsonSerializer.Serialize(p.Key) + "=" + Told(p.Value))) + "}",
        List<object?> list => "[" + string.Join(';', list.Select(Told)) + "]",
        _ => $"{value.GetType().Name}:{JsonSerializer.Serialize(value)}",
    };
}
