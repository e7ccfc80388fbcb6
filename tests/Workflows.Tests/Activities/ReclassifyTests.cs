using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Activities;

public sealed class ReclassifyTests
{
    private static CaseWalk Run()
    {
        var run = new SmallFlow()
            .Task("task", "letter-registration", "Registered", ("form", "letter-registration"))
            .Add("reclassify", "Bpm.Reclassify", ("step", "letter-registration"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "task.Registered", "reclassify", "after").Run();
        run.Attach("scan.pdf", "a.hotline");
        return run;
    }

    [Fact]
    public void Reclassify_AnotherCategoryChosen_IsTheCasesOwnFromThenOn()
    {
        var run = Run();
        var instance = run.Instance.Id;

        run.Complete("letter-registration", "Registered", form: new() { ["category"] = "meter-data" });

        run.Complaint.Category.ShouldBe("meter-data");
        run.Instance.Id.ShouldBe(instance);
        run.Open.ShouldHaveSingleItem().Step.ShouldBe("back-fill");
    }

    [Fact]
    public void Reclassify_NoneChosen_KeepsTheCategory()
    {
        var run = Run();

        run.Complete("letter-registration", "Registered");

        run.Complaint.Category.ShouldBe("water-quality");
    }
}
