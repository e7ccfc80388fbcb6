using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.Engine.Tests.Scenarios;

namespace Bpm.Engine.Tests.Storage;

public sealed class InstanceSerializerTests
{
    [Fact]
    public async Task Read_WhatWasWritten_KeepsTheTypesOfValues()
    {
        var values = new Dictionary<string, object?>
        {
            ["i"] = 5, ["l"] = 5L, ["d"] = 5.5, ["m"] = 5.50m, ["s"] = "水费", ["b"] = true, ["n"] = null,
            ["t"] = new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.FromHours(8)), ["p"] = TimeSpan.FromMinutes(3), ["g"] = Guid.NewGuid(),
        };
        var (host, instance) = await Scenario.StartAsync("Events/delay", RunMode.Reloaded, values, "c1");
        var read = host.Instance(instance.Id);
        read.CorrelationId.ShouldBe("c1");
        foreach (var (name, value) in values)
        {
            read.Input[name].ShouldBe(value);
            read.Input[name]?.GetType().ShouldBe(value!.GetType());
        }
        ((DateTimeOffset)read.Input["t"]!).Offset.ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public async Task Read_ObjectsAndLists_KeepTheirKeysAndItems()
    {
        var value = new Dictionary<string, object?> { ["$id"] = "#/x", ["list"] = new List<object?> { 1, "1", 1.0 } };
        var (host, instance) = await Scenario.StartAsync("Events/delay", RunMode.Reloaded, new Dictionary<string, object?> { ["o"] = value });
        var read = host.Instance(instance.Id).Input["o"].ShouldBeOfType<Dictionary<string, object?>>();
        read["$id"].ShouldBe("#/x");
        read["list"].ShouldBeOfType<List<object?>>().ShouldBe([1, "1", 1.0]);
    }

    [Fact]
    public async Task Write_AfterReading_GivesTheSameBytes()
    {
        var (host, instance) = await Scenario.StartAsync("Joins/race-in-loop", RunMode.Reloaded);
        await host.SendAsync("a");
        var bytes = InstanceSerializer.Write(host.Instance(instance.Id));
        InstanceSerializer.Write(InstanceSerializer.Read(bytes)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Read_AnyDamage_ThrowsAndNeverGivesAnEmptyState()
    {
        var (_, instance) = await Scenario.StartAsync("Joins/race", RunMode.Straight);
        var bytes = InstanceSerializer.Write(instance);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x55;
            Should.Throw<InvalidStateException>(() => InstanceSerializer.Read(damaged));
        }
        for (var length = 0; length < bytes.Length; length++)
            Should.Throw<InvalidStateException>(() => InstanceSerializer.Read(bytes.AsSpan(0, length).ToArray()));
    }

    [Fact]
    public async Task Resume_WithAnotherVersionsGraph_IsRefused()
    {
        var (host, instance) = await Scenario.StartAsync("Events/delay", RunMode.Straight);
        var other = WorkflowDefinition.Parse(await File.ReadAllBytesAsync(Scenario.PathOf("Events/delay"))).With("v2", 2, true, true);
        var graph = host.Compiler.Compile(other, host.Definitions);
        Should.Throw<InvalidStateException>(() => new WorkflowRunner(TimeProvider.System).Resume(graph, instance, "b1", null, null)).InstanceId.ShouldBe(instance.Id);
    }

    [Fact]
    public async Task Size_OfAFinishedThreeBurstInstance_IsSmall()
    {
        var (host, instance) = await Scenario.StartAsync("Joins/race-in-loop", RunMode.Reloaded);
        foreach (var winner in (string[])["a", "a", "b"]) await host.SendAsync(winner);
        host.Instance(instance.Id).IsEnded.ShouldBeTrue();
        host.Store.Size(instance.Id).ShouldBeLessThan(3000);
    }
}
