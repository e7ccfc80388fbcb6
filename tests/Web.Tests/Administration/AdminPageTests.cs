using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Administration;

/// <summary>Administrators look after what is in force by pages alone, without scripts.</summary>
[Collection(WebCollection.Name)]
public sealed class AdminPageTests(WebProduct product)
{
    [Fact]
    public async Task Person_IsAddedGivenAPasswordAndDeactivated()
    {
        using var browser = await product.OpenAsync("a.admin");
        await browser.GoAsync("/admin/people");
        await browser.SendAsync("input[name=do][value=add]", new() { ["userName"] = "a.page", ["displayName"] = "页面人员", ["department"] = "hotline", ["roles"] = "hotline", ["note"] = "新来" });
        browser.Path.ShouldBe("/admin/people/a.page");
        browser.Page.Body!.TextContent.ShouldContain("已新增 页面人员");
        await browser.SendAsync("input[name=do][value=password]");
        var password = browser.TextOf("#new-password");
        password.Length.ShouldBe(14);
        (await product.Site.Nobody.PostAsync("/api/session", new System.Text.Json.Nodes.JsonObject { ["userName"] = "a.page", ["password"] = password })).Expect(200);
        await browser.GoAsync("/admin/people/a.page");
        browser.Page.QuerySelector("#new-password").ShouldBeNull();
        await browser.SendAsync("input[name=do][value=change]", new() { ["active"] = "" });
        browser.Words.ShouldContain("已停用");
        browser.Page.QuerySelector("input[name=active]")!.HasAttribute("checked").ShouldBeFalse();
        browser.Page.QuerySelector("input[name=do][value=password]").ShouldBeNull();
    }

    [Fact]
    public async Task Roster_IsMadeOnThePageAndRemovedAgain()
    {
        using var browser = await product.OpenAsync("a.admin");
        await browser.GoAsync("/admin/rosters");
        var roster = new Dictionary<string, string>
        {
            ["code"] = "z-crew", ["name"] = "抢修值班", ["anchor"] = "2026-09-30", ["starts"] = "08:00 25:00", ["crew0"] = "a.network", ["crew1"] = "a.network.manager\na.quality",
        };
        await browser.SendAsync("input[name=do][value='-']", roster);
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Words.ShouldContain("请填写每天各班的开始时间，例如 00:00 08:00 16:00");
        browser.Page.QuerySelector("#roster-code")!.GetAttribute("value").ShouldBe("z-crew");
        browser.Page.QuerySelectorAll("[id='--crew-1'] option[selected]").Length.ShouldBe(2);

        await browser.SendAsync("input[name=do][value='-']", new(roster) { ["starts"] = "08:00 20:00" });

        browser.Page.QuerySelectorAll("h2").ShouldContain(title => title.TextContent == "抢修值班");
        browser.Page.QuerySelectorAll("h2").Length.ShouldBeGreaterThan(1);
        await browser.SendAsync("form:has(input[value=z-crew]) input[name=do][value=remove]");
        browser.TextOf("#bpm-notices").ShouldContain("已删除");
        browser.Words.ShouldNotContain("抢修值班");
        await browser.SendAsync("form:has(input[name=code][value=hotline]) input[name=do][value=remove]");
        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        browser.TextOf("[role=alert]").ShouldContain("交接班");
    }

    [Fact]
    public async Task Attribute_AddedToACategory_IsAskedAtRegistrationAndShownOnTheCase()
    {
        using var admin = await product.OpenAsync("a.admin");
        using var hotline = await product.OpenAsync("a.hotline");
        const string field = "[name='attribute.violation.evidence']";
        await admin.GoAsync("/admin/categories?code=violation");
        await admin.SendAsync("input[name=do][value=put]", new() { ["add-code"] = "evidence", ["add-title"] = "证据", ["add-type"] = "choice" });
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        admin.TextOf("[role=alert]").ShouldContain("选项每行一个");
        await admin.SendAsync("input[name=do][value=put]", new() { ["add-code"] = "evidence", ["add-title"] = "证据", ["add-type"] = "choice", ["add-values"] = "照片\r\n录像" });
        admin.Words.ShouldContain("证据");

        await hotline.GoAsync("/register");
        hotline.Page.QuerySelector(field)!.TextContent.ShouldContain("录像");
        hotline.Page.QuerySelector($"label[for='attribute.violation.evidence']")!.TextContent.ShouldBe("证据");
        await hotline.SendAsync("form[data-register]", new()
        {
            ["channel"] = "hotline", ["kind"] = "complaint", ["category"] = "violation", ["content"] = "有人私接水管", ["phone"] = "13155550001",
            ["attribute.violation.evidence"] = hotline.Page.QuerySelectorAll(field + " option").Single(option => option.TextContent == "录像").GetAttribute("value")!,
        }, press: "register");
        var number = System.Text.RegularExpressions.Regex.Match(hotline.Path, "XX[0-9-]+").Value;
        await hotline.GoAsync("/cases/" + number);
        hotline.Words.ShouldContain("证据 录像");

        await admin.GoAsync("/admin/categories?code=violation");
        await admin.SendAsync("input[name=do][value=put]", new() { ["u-evidence"] = "", ["a-evidence"] = "证人" });
        admin.Words.ShouldContain("证据（已停用）");
        await hotline.GoAsync("/register");
        hotline.Page.QuerySelector(field).ShouldBeNull();
        await hotline.GoAsync("/cases/" + number);
        hotline.Words.ShouldContain("证据 录像");
        hotline.Page.QuerySelector(field).ShouldBeNull("a correction asks no more for it either");
    }

    [Fact]
    public async Task PasswordThatWasGiven_IsChangedBeforeAnyOtherPageOpens()
    {
        using var admin = await product.OpenAsync("a.admin");
        await admin.GoAsync("/admin/people");
        await admin.SendAsync("input[name=do][value=add]", new() { ["userName"] = "a.newcomer", ["displayName"] = "新来人员", ["department"] = "hotline", ["roles"] = "hotline" });
        await admin.SendAsync("input[name=do][value=password]");
        var given = admin.TextOf("#new-password");
        using var browser = new PageBrowser(product.Host.Address);
        await browser.GoAsync("/sign-in?return=%2Fregister");
        await browser.SendAsync("form", new() { ["userName"] = "a.newcomer", ["password"] = given });

        browser.Path.ShouldBe("/password?return=%2Fregister");
        browser.TextOf("h1").ShouldBe("请先修改密码");
        foreach (var page in (string[])["/", "/me", "/cases", "/admin"])
        {
            await browser.GoAsync(page);
            browser.Path.ShouldStartWith("/password");
        }

        await browser.GoAsync("/password?return=%2Fregister");
        await browser.SendAsync("form", new() { ["old"] = given, ["new"] = "Neuling#2026", ["again"] = "anders" });
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Words.ShouldContain("两次输入的新密码不一致");
        await browser.SendAsync("form", new() { ["old"] = given, ["new"] = "Neuling#2026", ["again"] = "Neuling#2026" });

        browser.Path.ShouldBe("/register");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        await browser.GoAsync("/password");
        browser.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Person_SubstituteOfSomebodyAway_IsToldWhereToEndThatFirst()
    {
        using var admin = await product.OpenAsync("a.admin");
        foreach (var user in (string[])["a.leaves", "a.travels"])
        {
            await admin.GoAsync("/admin/people");
            await admin.SendAsync("input[name=do][value=add]", new() { ["userName"] = user, ["displayName"] = user == "a.leaves" ? "将离人员" : "出差人员", ["department"] = "hotline" });
        }

        await admin.SendAsync("input[name=do][value=absence]", new() { ["from"] = "2027-01-04T08:00", ["until"] = "2027-01-09T08:00", ["substitute"] = "a.leaves" });
        admin.Words.ShouldContain("外出，由 将离人员 代办");
        await admin.GoAsync("/admin/people/a.leaves");
        admin.Words.ShouldContain("为外出的 出差人员 代办");
        await admin.SendAsync("input[name=do][value=change]", new() { ["active"] = "" });
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
        admin.TextOf("[role=alert]").ShouldContain("将离人员是出差人员外出期间（至 2027-01-09（周六）08:00）的代办人");

        await admin.SendAsync("input[name=do][value=absence-end]");
        await admin.SendAsync("input[name=do][value=change]", new() { ["active"] = "" });
        admin.Words.ShouldContain("已停用");
    }

    [Fact]
    public async Task RefusedChange_KeepsWhatWasTypedAndSaysWhatToDo()
    {
        using var browser = await product.OpenAsync("a.admin");
        await browser.GoAsync("/admin/people");
        await browser.SendAsync("input[name=do][value=add]", new() { ["userName"] = "a.hotline", ["displayName"] = "重名人员", ["department"] = "hotline" });
        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        browser.TextOf("[role=alert]").ShouldContain("已经存在，请换一个");
        browser.Page.QuerySelector("#displayName")!.GetAttribute("value").ShouldBe("重名人员");
    }

    [Fact]
    public async Task ChangeFromAnOldState_TellsWhoSavedWhen()
    {
        using var first = await product.OpenAsync("a.admin");
        using var second = await product.OpenAsync("a.admin");
        await first.GoAsync("/admin/departments?code=office");
        await second.GoAsync("/admin/departments?code=office");
        var name = first.Page.QuerySelector("#name")!.GetAttribute("value")!;
        await first.SendAsync("input[name=do][value=put]", new() { ["name"] = name + "处" });
        await second.SendAsync("input[name=do][value=put]", new() { ["name"] = "别的名称" });
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.TextOf("[role=alert]").ShouldContain("徐宁");
        await first.GoAsync("/admin/departments?code=office");
        first.Page.QuerySelector("#name")!.GetAttribute("value").ShouldBe(name + "处");
    }

    [Fact]
    public async Task Calendar_ShowsHolidaysAndMakeUpDaysInWordsToo()
    {
        using var browser = await product.OpenAsync("a.admin");
        await browser.GoAsync("/admin/calendar/2026");
        browser.Page.QuerySelectorAll("table.bpm-admin-month").Length.ShouldBe(12);
        browser.Page.QuerySelectorAll(".bpm-admin-month .bpm-admin-day--off").ShouldAllBe(day => day.TextContent.Contains('休'));
        browser.Page.QuerySelectorAll(".bpm-admin-month .bpm-admin-day--work").ShouldAllBe(day => day.TextContent.Contains('班'));
        browser.Page.QuerySelectorAll(".bpm-admin-month .bpm-admin-day").Length.ShouldBe(365);
    }

    [Fact]
    public async Task Day_BeforeItIsChanged_ShowsWhichLimitsWouldMove()
    {
        await product.Site.RegisterAsync("C01");
        using var browser = await product.OpenAsync("a.admin");
        await browser.GoAsync("/admin/calendar/2026");
        var day = new Dictionary<string, string> { ["date"] = "2026-10-08", ["kind"] = "holiday", ["name"] = "临时放假", ["from"] = "2026-09-30T16:00" };

        await browser.SendAsync("form:has(#date)", day, press: "preview");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        var answer = browser.TextOf("#day-preview");
        answer.ShouldMatch("水质采样（§四.5）[0-9]+ 个，最早的一个由 2026-10-08 17:30 改为 2026-10-09 17:30");
        answer.ShouldContain("跳过 10 月 8 日（临时放假）");
        browser.Page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("临时放假");
        await browser.GoAsync("/admin/calendar/2026");
        browser.Page.QuerySelectorAll(".bpm-admin-day--off").ShouldAllBe(off => off.GetAttribute("title") != "临时放假", "nothing was changed");

        await browser.SendAsync("form:has(#date)", new(day) { ["date"] = "2026-12-19", ["kind"] = "plain" }, press: "preview");
        browser.TextOf("#day-preview").ShouldContain("没有未办结案件的时限会变");
        await browser.GoAsync("/admin/calendar/2026");
        await browser.SendAsync("form:has(#date)", new(day) { ["date"] = "", ["kind"] = "plain" }, press: "preview");
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#date-error").ShouldContain("请填写日期");
    }

    [Fact]
    public async Task RuleSet_IsMadeChangedComparedAndRemoved()
    {
        using var browser = await product.OpenAsync("b.process");
        await browser.GoAsync("/admin/rules");
        await browser.SendAsync("input[name=do][value=create]", new() { ["from"] = "2027-03-01", ["note"] = "集团发 3 号" });
        browser.Path.ShouldStartWith("/admin/rules?set=2027-03-01");
        await browser.GoAsync("/admin/rules/2027-03-01/B-6.2.5");
        await browser.SendAsync("input[name=do][value=change]", new() { ["amount"] = "48" });
        browser.Words.ShouldContain("48 小时");
        await browser.GoAsync("/admin/rules/compare");
        browser.Words.ShouldContain("72 小时");
        browser.Words.ShouldContain("48 小时");
        await browser.GoAsync("/admin/rules?set=2027-03-01");
        await browser.SendAsync("input[name=do][value=remove]");
        browser.Words.ShouldNotContain("2027-03-01");
    }

    [Fact]
    public async Task ProcessAdmin_LooksAtCategoriesAndCannotChangeThem()
    {
        using var browser = await product.OpenAsync("a.process");
        await browser.GoAsync("/admin/categories?code=billing");
        browser.Words.ShouldContain("修改类别请联系系统管理员");
        browser.Page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_IsFilteredByPerson()
    {
        using var browser = await product.OpenAsync("a.admin");
        await browser.GoAsync("/admin/departments?code=tech");
        await browser.SendAsync("input[name=do][value=put]", new() { ["note"] = "改名", ["name"] = "技术处" });
        await browser.GoAsync("/admin/audit?actor=a.admin&action=admin.");
        browser.Words.ShouldContain("修改部门");
        browser.Page.QuerySelectorAll("main tbody tr").ShouldAllBe(row => row.TextContent.Contains("徐宁"));
    }
}
