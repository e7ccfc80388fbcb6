using System.Net;

namespace Bpm.Web.Tests.Processes;

/// <summary>The version list: what it shows to whom, and what can be done from it.</summary>
[Collection(WebCollection.Name)]
public sealed class VersionsPageTests(WebProduct product)
{
    [Fact]
    public async Task Draft_WithAFault_ShowsItAndIsNotPublished()
    {
        await product.SaveAsync(Drawn.Plain("versions-fault", "'甲' +"));
        using var browser = await product.OpenAsync("a.process");

        await browser.GoAsync("/studio/definitions/versions-fault/versions");
        browser.TextOf(".bpm-findings").ShouldContain("“写一行”");
        await browser.SendAsync("form:has(#note)", new() { ["note"] = "试试" });

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("[role=alert]").ShouldContain("“写一行”");
        browser.TextOf("tbody tr").ShouldContain("草稿");
    }

    [Fact]
    public async Task Draft_Published_IsListedWithItsNoteAndAuthor()
    {
        await product.SaveAsync(Drawn.Plain("versions-life"));
        using var browser = await product.OpenAsync("a.process");
        await browser.GoAsync("/studio/definitions/versions-life/versions");

        await browser.SendAsync("form:has(#note)", new() { ["note"] = "第一次 <b>发布</b>" });

        (browser.Status, browser.Path).ShouldBe((HttpStatusCode.OK, "/studio/definitions/versions-life/versions?done=published"));
        browser.TextOf("[role=status]").ShouldStartWith("已发布");
        var row = browser.TextOf("tbody tr");
        row.ShouldContain("版本 1");
        row.ShouldContain("已发布");
        row.ShouldContain("第一次 <b>发布</b>");
        row.ShouldContain("2026-09-30 16:00");
    }

    [Fact]
    public async Task OlderVersion_Reverted_BecomesADraftThatCanBeDeleted()
    {
        await product.PublishAsync(Drawn.Plain("versions-back"));
        await product.PublishAsync(Drawn.Plain("versions-back", "'乙'"));
        using var browser = await product.OpenAsync("a.process");
        await browser.GoAsync("/studio/definitions/versions-back/versions");

        await browser.SendAsync("form:has(input[value=revert-1])");
        browser.TextOf("tbody tr").ShouldContain("草稿");
        browser.TextOf("tbody tr").ShouldContain("版本 3");
        await browser.SendAsync("form:has(input[value=delete-3])");

        browser.TextOf("[role=status]").ShouldBe("草稿已删除。");
        browser.TextOf("tbody tr").ShouldContain("版本 2");
    }

    [Fact]
    public async Task Workflow_Retracted_SaysSo()
    {
        await product.PublishAsync(Drawn.Plain("versions-off"));
        using var browser = await product.OpenAsync("a.process");
        await browser.GoAsync("/studio/definitions/versions-off/versions");

        await browser.SendAsync("form:has(input[value=retract])");

        browser.TextOf("[role=status]").ShouldStartWith("已停用");
        browser.TextOf("tbody tr").ShouldContain("已停用");
    }

    [Fact]
    public async Task Reader_WithoutTheRightToDesign_SeesNoForms()
    {
        await product.PublishAsync(Drawn.Plain("versions-read"));
        using var browser = await product.OpenAsync("a.manager");

        await browser.GoAsync("/studio/definitions/versions-read/versions");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        browser.TextOf("tbody tr").ShouldContain("导出");
    }

    [Theory]
    [InlineData("b.process", "versions-foreign", HttpStatusCode.NotFound)]
    [InlineData("a.hotline", "versions-foreign", HttpStatusCode.Forbidden)]
    [InlineData("a.process", "versions-nowhere", HttpStatusCode.NotFound)]
    public async Task Page_OfWhatIsNotTheirs_IsNotShown(string user, string definitionId, HttpStatusCode status)
    {
        await product.PublishAsync(Drawn.Plain("versions-foreign"));
        using var browser = await product.OpenAsync(user);

        await browser.GoAsync($"/studio/definitions/{definitionId}/versions");
        browser.Status.ShouldBe(status);
        await browser.GoAsync($"/studio/definitions/{definitionId}/compare");
        browser.Status.ShouldBe(status);
    }
}
