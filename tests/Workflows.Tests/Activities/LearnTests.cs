using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Activities;

public sealed class LearnTests
{
    private static CaseWalk Run(IReadOnlyDictionary<string, string>? attributes = null) => new SmallFlow()
        .Add("arrival", "Bpm.StartClock", ("rule", "A-4.4a"))
        .Add("repair", "Bpm.StartClock", ("rule", "A-4.4c"))
        .Task("task", "arrive", "Arrived", ("form", "arrive"), ("rule", "A-4.4a"))
        .Add("learn", "Bpm.Learn", ("step", "arrive"))
        .Task("after", "back-fill", "BackFilled")
        .Chain("start", "arrival", "repair", "task.Arrived", "learn", "after").Run(category: "pipe-repair", attributes: attributes);

    [Fact]
    public void Learn_ZoneAndDiameterFound_DecidesTheClocksAnewFromTheirStart()
    {
        var run = Run();
        run.Complaint.Clocks.Select(c => c.RuleId).ShouldBe(["A-4.4a", "A-4.4c"]);
        run.MoveTo(SmallFlow.Start.AddMinutes(20));

        run.Complete("arrive", "Arrived", form: new() { ["zone"] = "suburban", ["pipeDiameter"] = 600 });

        run.Complaint.Attributes["zone"].ShouldBe("suburban");
        run.Complaint.Attributes["pipeDiameter"].ShouldBe("600");
        run.Complaint.Clocks.Select(c => (c.RuleId, c.StartedAt, c.DueAt)).ShouldBe(
        [
            ("A-4.4b", SmallFlow.Start, SmallFlow.Start.AddHours(1)),
            ("A-4.4d", SmallFlow.Start, SmallFlow.Start.AddHours(38)),
        ]);
    }

    [Fact]
    public void Learn_FieldsLeftBlank_KeepsWhatIsKnown()
    {
        var run = Run(new Dictionary<string, string> { ["zone"] = "suburban", ["pipeDiameter"] = "800" });

        run.Complete("arrive", "Arrived");

        run.Complaint.Attributes["zone"].ShouldBe("suburban");
        run.Complaint.Clocks.Select(c => c.RuleId).ShouldBe(["A-4.4b", "A-4.4e"]);
    }

    [Fact]
    public void Learn_StepNotDoneYet_IsAFaultThatNamesIt() =>
        Should.Throw<ScenarioException>(() => new SmallFlow().Add("learn", "Bpm.Learn", ("step", "arrive")).Task("after", "back-fill", "BackFilled")
            .Chain("start", "learn", "after").Run(category: "pipe-repair")).Message.ShouldContain("arrive");
}
