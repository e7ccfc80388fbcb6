using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Conformance;

/// <summary>Definitions of elsa-core's own tests, where they are at hand: the folder that BPM_SHARED names, or <c>shared</c> beside the repository.</summary>
public sealed class ElsaCaseTests
{
    private static readonly string? Cases = Find();

    [Theory]
    [InlineData("hello-world.json", "Hello World!")]
    [InlineData("writeline.json", "Dummy Text")]
    [InlineData("fork.json", "One|Two|Three")]
    [InlineData("join-all-1.json", "Start|Line 1|Line 2|End")]
    [InlineData("workflow1.json", "WriteLine1|WriteLine2|WriteLine3")]
    [InlineData("workflow2.json", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine5|WriteLine6|WriteLine7|WriteLine8|WriteLine9")]
    [InlineData("workflow3.json", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine5|WriteLine6|WriteLine8|WriteLine7|WriteLine9")]
    [InlineData("workflow4.json", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine6|WriteLine7")]
    [InlineData("fork-decision-join-none.json", "A|C")]
    [InlineData("decision-merge-join-none.json", "")]
    [InlineData("child-with-output.json", "Child output: 42")]
    [InlineData("CompositesAndOutcomes/tester.json", "Start|End")]
    [InlineData("ParentChildInputs/parent1.json", "Parent: Foo|Child: Bar")]
    [InlineData("ParentChildInputs/parent2.json", "Parent: Foo|Child: Foo")]
    [InlineData("WorkflowJsonStructures/main.json", "Test|Test")]
    [InlineData("parent-no-wait.json", "Parent: Before child|Child: Executing|Parent: After child")]
    [InlineData("parent-with-input.json", "Child received: Hello from parent")]
    public async Task Case_RunToItsEnd_PrintsWhatElsaPrints(string file, string lines)
    {
        foreach (var mode in Enum.GetValues<RunMode>())
        {
            var (host, instance) = await StartAsync(file, mode);
            await host.RunToEndAsync(instance.Id);
            host.Lines.ShouldBe(lines.Split('|', StringSplitOptions.RemoveEmptyEntries));
            host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        }
    }

    [Fact]
    public async Task Join_TwoBranches_CompletesOnce()
    {
        var (host, instance) = await StartAsync("join.json", RunMode.Reloaded);
        host.Store.Journal(instance.Id)
            .Count(e => e.EventName == JournalEvents.Completed && e.NodePath.EndsWith(":802725996be1b582", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Variables_ObjectsWithAnIdKey_SurviveStoring()
    {
        var (host, instance) = await StartAsync("instance-serialization.json", RunMode.Reloaded);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Bursts.Single().Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Output_OfAFinishedWorkflow_IsItsOutput()
    {
        var (host, instance) = await StartAsync("child-with-output.json", RunMode.Reloaded);
        host.Instance(instance.Id).Output["Result"].ShouldBe(42);
    }

    [Theory, EveryMode("cron-every-hour.json", 60, "Hello every hour"), EveryMode("timer-workflow.json", 1, "Hello from timer")]
    public async Task Schedule_Published_StartsAnInstance(RunMode mode, string file, int minutes, string line)
    {
        var host = new EngineHost(mode);
        (await host.PublishFileAsync(PathOf(file))).Warnings.ShouldBeEmpty();
        await host.AdvanceAsync(TimeSpan.FromMinutes(minutes));
        host.Lines.ShouldBe([line]);
        host.Instance(host.Triggered.Single()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task BadCronExpression_Published_IsOneErrorThatNamesIt()
    {
        var file = PathOf("bad-cron-expression.json");
        var error = (await Should.ThrowAsync<InvalidDefinitionException>(() => new EngineHost(RunMode.Straight).PublishFileAsync(file))).Errors.Single();
        error.ActivityId.ShouldBe("13658e4b3bfafaaf");
        error.Message.ShouldContain("“BadCronExpression”");
    }

    private static string PathOf(string file)
    {
        Assert.SkipWhen(Cases is null, "The Elsa cases are not at hand.");
        return Path.Combine(Cases!, file);
    }

    private static async Task<(EngineHost, WorkflowInstance)> StartAsync(string file, RunMode mode)
    {
        var path = PathOf(file);
        var host = new EngineHost(mode);
        var input = new Dictionary<string, object?> { ["Input1"] = "Foo" };
        return (host, await host.StartFileAsync(path, input));
    }

    private static string? Find()
    {
        var places = new List<string?> { Environment.GetEnvironmentVariable("BPM_SHARED") };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bpm.sln")))
            {
                places.Add(Path.Combine(folder.FullName, "..", "shared"));
                places.Add(Path.Combine(folder.FullName, "..", "..", "shared"));
            }
        return places.OfType<string>().Select(p => Path.Combine(p, "elsa", "cases")).FirstOrDefault(Directory.Exists);
    }
}
