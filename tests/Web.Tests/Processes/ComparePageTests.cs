using System.Text.Json.Nodes;

namespace Bpm.Web.Tests.Processes;

/// <summary>The comparison of two versions, in words and drawings.</summary>
[Collection(WebCollection.Name)]
public sealed class ComparePageTests(WebProduct product)
{
    [Fact]
    public async Task Versions_ThatDiffer_AreToldInWordsAndMarkedInBothDrawings()
    {
        await product.PublishAsync(Drawn.Plain("compare-all"));
        var newer = Drawn.Plain("compare-all", "'乙'");
        newer["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"extra","type":"Elsa.WriteLine","version":1,"metadata":{"displayText":"<i>多一步</i>","designer":{"position":{"x":260,"y":120}}}}"""));
        newer["root"]!["connections"]!.AsArray().Add(JsonNode.Parse("""{"source":{"activity":"begin","port":"Done"},"target":{"activity":"extra","port":"In"}}"""));
        await product.SaveAsync(newer);
        using var browser = await product.OpenAsync("a.manager");

        await browser.GoAsync("/studio/definitions/compare-all/compare");

        browser.TextOf("p[role=status]").ShouldBe("版本 1 → 版本 2：新增 1 个步骤，改动 1 个步骤，新增 1 条、删除 0 条连线，布局也有变化。");
        browser.Page.QuerySelectorAll("#change-write tbody tr > *").Select(cell => cell.TextContent.Trim()).ShouldBe(["文字", "脚本：'甲'", "脚本：'乙'"]);
        browser.TextOf("#change-extra").ShouldContain("<i>多一步</i>");
        browser.Page.QuerySelector("#new-extra")!.ClassName.ShouldBe("bpm-box bpm-box--added");
        browser.Page.QuerySelector("#old-extra").ShouldBeNull();
        browser.Page.QuerySelector("#old-write")!.ClassName.ShouldBe("bpm-box bpm-box--changed");
        browser.Page.QuerySelector("#new-write")!.TextContent.ShouldContain("改动");
        browser.Page.QuerySelectorAll(".bpm-line--added").Length.ShouldBe(1);
        browser.Page.QuerySelectorAll("[style], script:not([src])").ShouldBeEmpty();
        browser.Page.QuerySelectorAll("[id]").GroupBy(e => e.Id).ShouldAllBe(same => same.Count() == 1);
    }

    [Fact]
    public async Task Drawing_ThatOnlyLooksDifferent_IsSaidToBe()
    {
        await product.PublishAsync(Drawn.Plain("compare-look"));
        var newer = Drawn.Plain("compare-look");
        newer.Node("write")["metadata"]!["designer"]!["position"]!["y"] = 90;
        await product.SaveAsync(newer);
        using var browser = await product.OpenAsync("a.process");

        await browser.GoAsync("/studio/definitions/compare-look/compare?from=1&to=2");

        browser.TextOf("p[role=status]").ShouldStartWith("只有布局不同");
        browser.Page.QuerySelectorAll(".bpm-change").ShouldBeEmpty();
    }

    [Fact]
    public async Task ShippedDefinitions_ComparedWithThemselves_AreDrawnWhole()
    {
        using var browser = await product.OpenAsync("a.process");

        await browser.GoAsync("/studio/definitions/xx-water-meter-data/compare?from=1&to=1");

        browser.TextOf("p[role=status]").ShouldStartWith("选的是同一个版本");
        browser.Page.QuerySelectorAll(".bpm-picture-svg").Length.ShouldBe(2);
        browser.Page.QuerySelectorAll(".bpm-box--same").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Version_ThatIsNot_IsSaidToBeMissing()
    {
        using var browser = await product.OpenAsync("a.process");

        await browser.GoAsync("/studio/definitions/xx-water-meter-data/compare?from=1&to=99");

        browser.TextOf("[role=alert]").ShouldContain("没有版本");
    }
}
