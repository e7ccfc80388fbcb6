namespace Bpm.Workflows.Tests.Activities;

public sealed class PushTests
{
    [Fact]
    public void Push_Also_InvolvesTheDepartmentBesideTheOneThatHandlesTheCase()
    {
        var run = new SmallFlow()
            .Add("first", "Bpm.Push", ("department", "quality"))
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Add("second", "Bpm.Push", ("department", "network"), ("mode", "also"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "first", "clock", "second", "after").Run();

        run.Complaint.Department.ShouldBe("quality");
        run.Complaint.Departments.ShouldBe(["quality", "network"]);
        run.Complaint.Clocks.ShouldHaveSingleItem().Department.ShouldBe("quality");
        run.Outbox.Select(o => $"{o.System} {o.Reference}").ShouldBe(["huini quality", "gis network"]);
    }
}
