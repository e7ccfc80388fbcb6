using Bpm.Domain.Complaints;

namespace Bpm.Domain.Tests.Complaints;

public class AttachmentTests
{
    private static readonly DateTimeOffset Now = Sample.Now;

    [Fact]
    public void Attach_Scan_BelongsToTheCase()
    {
        var subject = Sample.CaseB();
        var attached = subject.Attach(Upload("投诉信.PDF"), "b.hotline", Now).Value;
        subject.Attachments.ShouldBe([attached]);
        attached.ContentType.ShouldBe("application/pdf");
        attached.Name.ShouldBe(new Confidential<string>("投诉信.PDF", subject.IsConfidential));
    }

    [Theory]
    [InlineData("")]
    [InlineData("run.exe")]
    [InlineData("page.html")]
    [InlineData("noending")]
    [InlineData("line\nbreak.pdf")]
    public void Attach_BadName_IsRefused(string name) => RefusedFile(Upload(name));

    [Theory]
    [InlineData(0)]
    [InlineData(AttachmentType.LargestSize + 1)]
    public void Attach_BadSize_IsRefused(long size) => RefusedFile(Upload("a.pdf", size));

    [Fact]
    public void Attach_ClosedCase_IsAllowed()
    {
        var subject = Sample.CaseB();
        subject.Close("satisfied", true, Now);
        subject.Attach(Upload("a.pdf"), "b.hotline", Now).IsRefused.ShouldBeFalse();
    }

    private static void RefusedFile(AttachmentUpload upload)
    {
        var subject = Sample.CaseB();
        subject.Attach(upload, "b.hotline", Now).Refusal!.Errors.Keys.ShouldBe(["file"]);
        subject.Attachments.ShouldBeEmpty();
    }

    private static AttachmentUpload Upload(string name, long size = 10) => new(OrderedId.New(Now), name, size, new string('0', 64));
}
