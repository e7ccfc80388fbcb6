using Bpm.Domain.Notices;

namespace Bpm.Workflows.Tests.Activities;

public sealed class NotifyTests
{
    [Theory]
    [InlineData("information", NoticeKind.Information)]
    [InlineData("copy", NoticeKind.Copy)]
    public void Notify_Kind_IsThatOfItsNotices(string kind, NoticeKind expected)
    {
        var run = new SmallFlow()
            .Add("tell", "Bpm.Notify", ("to", new[] { "role:deputy", "user:a.deputy", "role:manager" }), ("text", "收到一件信函。"), ("kind", kind))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "tell", "after").Run();

        run.Complaint.Notices.Select(n => (n.Recipient, n.Kind, n.Text)).ShouldBe(
            [("a.deputy", expected, "收到一件信函。"), ("a.manager", expected, "收到一件信函。")], ignoreOrder: true);
    }

    [Fact]
    public void Notify_InQuietHours_WaitsForTheMorning()
    {
        var run = new SmallFlow()
            .Task("task", "re-route", "Forwarded")
            .Add("tell", "Bpm.Notify", ("to", new[] { "role:manager" }), ("text", "收到一件信函。"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "task.Forwarded", "tell", "after").Run();
        run.MoveTo(SmallFlow.Start.AddHours(12));

        run.Complete("re-route", "Forwarded");

        run.Complaint.Notices.ShouldHaveSingleItem().DeliverAt.ShouldBe(new(2026, 3, 3, 8, 0, 0, TimeSpan.FromHours(8)));
    }
}
