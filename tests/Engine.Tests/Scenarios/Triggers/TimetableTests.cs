using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Tests.Scenarios.Triggers;

public sealed class TimetableTests
{
    private static readonly DateTimeOffset Published = new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(0, 10), InlineData(1, 10), InlineData(10, 20), InlineData(95, 100), InlineData(-5, 10)]
    public async Task Timer_NextAfter_IsTheNextMultipleOfItsInterval(int after, int expected) =>
        (await TimetableAsync("every-ten-minutes")).NextAfter(Published.AddMinutes(after), Published).ShouldBe(Published.AddMinutes(expected));

    [Fact]
    public async Task StartAt_InTheFuture_ComesOnceInUtc()
    {
        var once = await TimetableAsync("at-six");
        var due = once.NextAfter(Published, Published)!.Value;
        due.ShouldBe(Published.AddHours(2));
        due.Offset.ShouldBe(TimeSpan.Zero);
        once.NextAfter(due, Published).ShouldBeNull();
    }

    [Fact]
    public async Task StartAt_PastWhenPublished_ComesRightAwayAndOnce()
    {
        var once = await TimetableAsync("at-noon");
        var due = once.NextAfter(Published, Published)!.Value;
        (due - Published).ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
        once.NextAfter(due, Published).ShouldBeNull();
    }

    [Fact]
    public async Task Cron_WithoutAReaderOfExpressions_IsRefused()
    {
        var definition = WorkflowDefinition.Parse(await File.ReadAllBytesAsync(Scenario.PathOf("Triggers/hourly")));
        Should.Throw<InvalidDefinitionException>(() => new GraphCompiler(ActivityRegistry.WithBuiltIns()).Compile(definition, new DefinitionFolder()))
            .Errors.Single().Path.ShouldBe("Workflow1:f:c");
    }

    private static async Task<ITimetable> TimetableAsync(string name) =>
        (await new EngineHost(RunMode.Straight).PublishFileAsync(Scenario.PathOf("Triggers/" + name))).Triggers.Single().Timetable!;
}
