using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Tests.Execution;

/// <summary>An activity of another project: ports from data, bookmark, timer, state, host object, cancellation.</summary>
public sealed class OwnActivityTests
{
    [Theory, InlineData(RunMode.Straight), InlineData(RunMode.Reloaded)]
    public async Task OwnActivity_Answered_LeavesByThatPort(RunMode mode)
    {
        var desk = new Desk();
        var host = Host(mode, desk);
        var instance = await host.StartAsync(Definition());
        desk.Open.ShouldBe(["register:张"]);
        await host.ResumeAsync(instance.Id, host.Instance(instance.Id).Bookmarks[0].Id, "Approved");
        host.Lines.ShouldBe(["approved by 张 Approved"]);
        desk.Open.ShouldBeEmpty();
        desk.Cancelled.ShouldBeEmpty();
    }

    [Theory, InlineData(RunMode.Straight), InlineData(RunMode.Reloaded)]
    public async Task OwnActivity_TimerFires_RemindsAndStillWaits(RunMode mode)
    {
        var desk = new Desk();
        var host = Host(mode, desk);
        var instance = await host.StartAsync(Definition());
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        desk.Reminders.ShouldBe(1);
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(1);
        host.Store.Journal(instance.Id).ShouldContain(e => e.EventName == "Reminded" && e.Message == "1");
    }

    [Theory, InlineData(RunMode.Straight), InlineData(RunMode.Reloaded)]
    public async Task Cancel_WhileItWaits_TellsTheActivity(RunMode mode)
    {
        var desk = new Desk();
        var host = Host(mode, desk);
        var instance = await host.StartAsync(Definition());
        (await host.CancelAsync(instance.Id)).Changed.ShouldBeTrue();
        desk.Cancelled.ShouldBe(["register"]);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        host.Store.TimerCount(instance.Id).ShouldBe(0);
        (await host.CancelAsync(instance.Id)).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Execute_WithoutHostObject_BecomesAnIncident()
    {
        var host = Host(RunMode.Straight, desk: null);
        var instance = await host.StartAsync(Definition());
        instance.Incidents.Single().Message.ShouldContain(nameof(Desk));
    }

    [Fact]
    public void Compile_ConnectionFromAPortThatIsNot_IsWarnedOf()
    {
        var host = Host(RunMode.Straight, desk: null);
        var graph = host.Compiler.Compile(Definition(port: "Aproved"), host.Definitions);
        graph.Warnings[0].Message.ShouldContain("是否想写 “Approved”？");
    }

    private static EngineHost Host(RunMode mode, Desk? desk) =>
        new(mode, ActivityRegistry.WithBuiltIns().Add(DeskTask.Type), functions: null, host: desk);

    private static WorkflowDefinition Definition(string port = "Approved") => WorkflowDefinition.Parse(JsonSerializer.SerializeToUtf8Bytes(new
    {
        definitionId = "desk",
        variables = new object[] { new { id = "w", name = "Who", typeName = "String", value = "张" }, new { id = "r", name = "Result", typeName = "String" } },
        root = new
        {
            id = "f",
            type = "Elsa.Flowchart",
            activities = new object[]
            {
                new
                {
                    id = "t", type = "Test.DeskTask", step = "register",
                    outcomes = new { expression = new { type = "Object", value = "[\"Approved\",\"Rejected\"]" } },
                    who = new { expression = new { type = "JavaScript", value = "getWho()" } },
                    result = new { typeName = "String", memoryReference = new { id = "r" } },
                },
                new { id = "w", type = "Elsa.WriteLine", text = new { expression = new { type = "JavaScript", value = "'approved by ' + getWho() + ' ' + getResult()" } } },
            },
            connections = new object[] { new { source = new { activity = "t", port }, target = new { activity = "w", port = "In" } } },
        },
    }));

    private sealed class Desk
    {
        public List<string> Open { get; } = [];
        public List<string> Cancelled { get; } = [];
        public int Reminders { get; set; }
    }

    private sealed class DeskTask(string step, string[] outcomes, Input<string> who, Output? result) : Activity
    {
        public static ActivityType Type { get; } = new(
            new ActivityDescriptor("Test.DeskTask", "测试", "任务", "测试用") { Outputs = [new("Result", "String", "结果")] },
            reader => new DeskTask(
                reader.Fixed("step", ""), [.. reader.Fixed<IReadOnlyList<string>>("outcomes", [])], reader.Input("who", ""), reader.Output("result")));

        public override IReadOnlyList<string> Ports => outcomes;

        public override void Execute(ActivityContext c)
        {
            c.Host<Desk>().Open.Add($"{step}:{c.Get(who)}");
            c.CreateBookmark("Test.DeskTask", step, onlyThisRun: true);
            c.CreateTimer(c.Now.AddDays(1));
            c.State = new Dictionary<string, object?> { ["reminders"] = 0 };
        }

        public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
        {
            if (bookmark.DueAt is not null)
            {
                c.Host<Desk>().Reminders++;
                var count = (int)((Dictionary<string, object?>)c.State!)["reminders"]! + 1;
                c.State = new Dictionary<string, object?> { ["reminders"] = count };
                c.Journal("Reminded", count.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return;
            }
            c.Host<Desk>().Open.Clear();
            c.Set(result, payload);
            c.Complete((string)payload!);
        }

        public override void Cancelled(ActivityContext c) => c.Host<Desk>().Cancelled.Add(step);
    }
}
