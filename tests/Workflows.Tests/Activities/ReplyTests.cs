using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Activities;

public sealed class ReplyTests
{
    private static CaseWalk Run(string channel, string kind = "first") => new SmallFlow()
        .Task("task", "first-reply", "Replied", ("form", "first-reply"))
        .Add("reply", "Bpm.Reply", ("kind", kind), ("step", "first-reply"), ("template", "A-5.3a"))
        .Task("after", "back-fill", "BackFilled")
        .Chain("start", "task.Replied", "reply", "after").Run(channel);

    [Fact]
    public void Reply_TextWritten_IsTakenWithItsAuthor()
    {
        var run = Run("hotline");

        run.Complete("first-reply", "Replied", "a.hotline2", new() { ["text"] = "我们马上去看。" });

        var reply = run.Complaint.Replies.ShouldHaveSingleItem();
        reply.Text.Value.ShouldBe("我们马上去看。");
        reply.By.ShouldBe("a.hotline2");
        run.Outbox.ShouldBeEmpty();
    }

    [Fact]
    public void Reply_OnTheOnlineChannel_GoesOut()
    {
        var run = Run("wechat");

        run.Complete("first-reply", "Replied");

        run.Outbox.ShouldHaveSingleItem().Kind.ShouldBe("reply");
    }

    [Fact]
    public void Reply_OpinionOnTheOnlineChannel_StaysInside()
    {
        var run = Run("wechat", "opinion");

        run.Complete("first-reply", "Replied");

        run.Complaint.Replies.ShouldHaveSingleItem();
        run.Outbox.ShouldBeEmpty();
    }
}
