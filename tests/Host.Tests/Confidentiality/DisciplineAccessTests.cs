using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Confidentiality;

/// <summary>Who sees what of a discipline case, at each step of its way.</summary>
public sealed class DisciplineAccessTests(DisciplineAccessTests.Product product) : IClassFixture<DisciplineAccessTests.Product>
{
    // Every text of the case carries one of these; none may reach anybody without access.
    private static readonly string[] _secrets = ["暗示给烟", "王秀兰", "13800000001", "南关街12号楼", "城区营业所抄表员", "严肃处理并道歉", "discipline", "B-F2b", "B-F4a", "B-F5a"];
    private static readonly Plan _plan = Plan.First.Leaving("lessons").Filling("unit", "unit1");

    [Fact]
    public async Task Registrar_BeforeHandover_SeesTheWholeCase()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var seen = await (await product.AsAsync("b.hotline")).CaseAsync(Read.Text(registered["number"]));
        Read.Text(seen["content"]).ShouldContain("暗示给烟");
    }

    [Theory]
    [InlineData("b.hotline")]
    [InlineData("b.manager")]
    [InlineData("b.dispatcher")]
    [InlineData("b.unit1")]
    [InlineData("b.unit2")]
    [InlineData("b.leader")]
    [InlineData("b.process")]
    [InlineData("b.admin")]
    public async Task Outsider_AfterHandover_SeesNumberStateAndANeutralClock(string user)
    {
        var walked = await product.WalkAsync("C13", _plan, stopBefore: "investigation");
        await ShouldBeMaskedAsync(user, walked.Number);
    }

    [Theory]
    [InlineData("b.discipline")]
    [InlineData("b.director")]
    [InlineData("b.chairman")]
    public async Task Insider_AfterHandover_SeesTheWholeCase(string user)
    {
        var walked = await product.WalkAsync("C13", _plan, stopBefore: "investigation");
        var seen = await (await product.AsAsync(user)).CaseAsync(walked.Number);
        Read.Text(seen["content"]).ShouldContain("暗示给烟");
        Read.Text(seen["customer"]!["phone"]).ShouldBe("13800000001");
    }

    [Fact]
    public async Task UnitHead_SeesTheCaseOnlyWhileHandlingIt()
    {
        var waiting = await product.WalkAsync("C13", _plan, stopBefore: "unit-handling");
        await ShouldBeMaskedAsync("b.unit2", waiting.Number);
        var seen = await (await product.AsAsync("b.unit1")).CaseAsync(waiting.Number);
        Read.Text(seen["content"]).ShouldContain("暗示给烟");
        var handled = await product.GoOnAsync(waiting, _plan, stopBefore: "discipline-follow-up");
        Read.OpenSteps(handled.Case).ShouldBe(["discipline-follow-up"]);
        var masked = await (await product.AsAsync("b.unit1")).CaseAsync(waiting.Number);
        masked["content"].ShouldBeNull();
        masked["customer"].ShouldBeNull();
    }

    [Fact]
    public async Task Dispatcher_RecordingTheOpinion_SeesTheReleasedOpinionOnly()
    {
        var plan = _plan.Filling("text", "处理意见：已对当事人批评教育。");
        var waiting = await product.WalkAsync("C13", plan, stopBefore: "record-opinion");
        var dispatcher = await product.AsAsync("b.dispatcher");
        var seen = (await dispatcher.GetAsync(ApiClient.CasePath(waiting.Number))).Expect(200);
        seen.Text.ShouldContain("已对当事人批评教育");
        ShouldHoldNoSecret(seen.Text);
        var task = Read.Items(seen.Json["tasks"]).ShouldHaveSingleItem();
        Read.Text(task["step"]).ShouldBe("record-opinion");
        var path = "/api/tasks/" + Read.Text(task["id"]);
        ShouldHoldNoSecret((await dispatcher.GetAsync(path)).Expect(200).Text);
        (await dispatcher.PostAsync(path + "/claim")).Expect(200);
        (await dispatcher.PostAsync(path + "/complete", FormFiller.Submission(task, "Recorded", new Dictionary<string, string>()))).Expect(200);
        ShouldHoldNoSecret((await dispatcher.GetAsync(ApiClient.CasePath(waiting.Number))).Expect(200).Text);
    }

    [Fact]
    public async Task AccusedHead_NeverSeesTheCase()
    {
        var plan = _plan.Filling("accusedPersons", "b.unit1");
        var walked = await product.WalkAsync("C13", plan, stopBefore: "unit-handling");
        await ShouldBeMaskedAsync("b.unit1", walked.Number);
        var handling = Read.Tasks(walked.Case, "unit-handling", "open").ShouldHaveSingleItem();
        var accused = await product.AsAsync("b.unit1");
        (await accused.PostAsync($"/api/tasks/{Read.Text(handling["id"])}/claim")).Status.ShouldBeOneOf(System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.NotFound);
        (await accused.ListAsync("/api/tasks?scope=available&complaint=" + walked.Number)).ShouldBeEmpty();
        Read.Text((await (await product.AsAsync("b.leader")).CaseAsync(walked.Number))["content"]).ShouldContain("暗示给烟");
    }

    [Fact]
    public async Task AccusedInvestigator_LosesTheCase()
    {
        var plan = _plan.Filling("accusedPersons", "b.director");
        var walked = await product.WalkAsync("C13", plan.Leaving("preliminary-opinion"), change: null, stopBefore: "preliminary-opinion");
        await ShouldBeMaskedAsync("b.director", walked.Number, known: true);
    }

    [Fact]
    public async Task OtherOrganisation_GetsNotFound()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C13"))["number"]);
        foreach (var user in Staff.OfA)
            (await (await product.AsAsync(user)).GetAsync(ApiClient.CasePath(number))).ExpectProblem(404);
    }

    [Fact]
    public async Task ClosedCase_StaysMasked()
    {
        var walked = await product.WalkAsync("C13", _plan);
        walked.ShouldBeClosed();
        foreach (var user in (string[])["b.hotline", "b.manager", "b.unit2", "b.admin"])
        {
            var seen = (await (await product.AsAsync(user)).GetAsync(ApiClient.CasePath(walked.Number))).Expect(200);
            Read.Text(seen.Json["status"]).ShouldBe("closed");
            ShouldHoldNoSecret(seen.Text);
        }
    }

    [Fact]
    public async Task Lists_OfAnybody_HoldNoText()
    {
        var walked = await product.WalkAsync("C13", _plan, stopBefore: "unit-handling");
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromDays(10));
        foreach (var user in Staff.OfA.Concat(Staff.OfB))
        {
            var client = await product.AsAsync(user);
            foreach (var path in (string[])["/api/complaints", "/api/tasks?scope=available", "/api/tasks?scope=mine", "/api/tasks?scope=done", "/api/tasks?scope=started", "/api/notices"])
            {
                var list = (await client.GetAsync(path)).Expect(200).Text;
                foreach (var secret in _secrets.Take(6))
                    list.ShouldNotContain(secret, Case.Sensitive, $"{user} {path}");
            }
        }

        var row = (await (await product.AsAsync("b.manager")).ListAsync("/api/complaints?number=" + walked.Number)).ShouldHaveSingleItem();
        ShouldHoldNoSecret(row.ToJsonString());
    }

    [Fact]
    public async Task Filter_ByCategoryOrChannel_FindsMaskedCasesForInsidersOnly()
    {
        var walked = await product.WalkAsync("C13", _plan, stopBefore: "investigation");
        foreach (var path in (string[])["/api/complaints?category=discipline", "/api/complaints?channel=mayor-hotline"])
        {
            foreach (var user in (string[])["b.hotline", "b.manager", "b.unit1", "b.admin"])
                (await (await product.AsAsync(user)).GetAsync(path)).Expect(200).Text.ShouldNotContain(walked.Number, Case.Sensitive, $"{user} {path}");
            (await (await product.AsAsync("b.director")).GetAsync(path)).Expect(200).Text.ShouldContain(walked.Number);
        }

        (await (await product.AsAsync("b.manager")).GetAsync("/api/complaints")).Expect(200).Text.ShouldContain(walked.Number);
    }

    [Fact]
    public async Task Notices_OfTheOperationsManager_SayNoMoreThanOverdue()
    {
        var walked = await product.WalkAsync("C13", _plan, stopBefore: "investigation");
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromDays(15));
        var client = await product.AsAsync("b.manager");
        var notices = (await client.ListAsync("/api/notices")).Where(notice => Read.Text(notice["complaint"]) == walked.Number).ToList();
        notices.ShouldNotBeEmpty();
        foreach (var notice in notices)
            ShouldHoldNoSecret(notice.ToJsonString());
    }

    [Fact]
    public async Task Database_HoldsNoTextOfTheCaseInTheClear()
    {
        await product.WalkAsync("C13", _plan);
        await product.Site.RegisterAsync("b.hotline", Complaint.Sample("C13"), Guid.NewGuid().ToString());
        foreach (var file in Directory.EnumerateFiles(product.Host.DataDirectory, "*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            foreach (var secret in (string[])["暗示给烟", "严肃处理并道歉", "城区营业所抄表员"])
                copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, file);
        }
    }

    private static void ShouldHoldNoSecret(string text)
    {
        foreach (var secret in _secrets)
            text.ShouldNotContain(secret, Case.Sensitive);
    }

    private async Task ShouldBeMaskedAsync(string user, string number, bool known = false)
    {
        var client = await product.AsAsync(user);
        var answer = (await client.GetAsync(ApiClient.CasePath(number))).Expect(200);
        ShouldHoldNoSecret(answer.Text);
        var seen = answer.Json;
        Read.Text(seen["number"]).ShouldBe(number);
        Read.Text(seen["status"]).ShouldBe("open");
        Read.MomentOrNull(seen["receivedAt"]).ShouldNotBeNull();
        Read.Text(Read.Items(seen["clocks"]).ShouldHaveSingleItem()["name"]).ShouldBe("办理中");
        foreach (var field in (string[])["content", "target", "demand", "customer", "category", "channel", "workflow", "timeline", "replies", "notices", "attributes"])
            (seen[field] is JsonArray { Count: 0 } ? null : seen[field]).ShouldBeNull(field);
        if (!known)
            Read.Items(seen["tasks"]).ShouldAllBe(task => Read.Text(task["state"]) == "completed" && Read.Text(task["completedBy"]) == user);
    }

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
