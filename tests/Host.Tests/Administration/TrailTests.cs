using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>The audit trail is searched, not edited, and keeps confidential cases from those who may not read them.</summary>
public sealed class TrailTests(AdministrationProduct product) : IClassFixture<AdministrationProduct>
{
    [Fact]
    public async Task Search_FindsByPersonCaseAndAction()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        var admin = await product.AsAsync("a.admin");
        var ofCase = await admin.ListAsync("/api/admin/audit?case=" + number);
        ofCase.ShouldNotBeEmpty();
        ofCase.ShouldAllBe(entry => Read.Text(entry["caseNumber"]) == number);
        var clocks = await admin.ListAsync($"/api/admin/audit?case={number}&action=clock.");
        clocks.Count.ShouldBe(ofCase.Count(entry => Read.Text(entry["action"]).StartsWith("clock.", StringComparison.Ordinal)));
        clocks.ShouldNotBeEmpty();
        (await admin.ListAsync("/api/admin/audit?actor=a.manager&case=" + number)).ShouldBeEmpty();
        (await admin.ListAsync("/api/admin/audit?from=2026-09-01&to=2026-09-02")).ShouldBeEmpty();
        (await admin.GetAsync("/api/admin/audit?from=2026-09-02&to=2026-09-01")).ExpectProblem(400, "REQUEST-INVALID", "to");
    }

    [Fact]
    public async Task Search_OfAStrictCase_FindsOnlyForThoseWhoMayReadIt()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C13"))["number"]);
        (await (await product.AsAsync("b.director")).ListAsync("/api/admin/audit?case=" + number)).ShouldNotBeEmpty();
        var admin = await product.AsAsync("b.admin");
        (await admin.ListAsync("/api/admin/audit?case=" + number)).ShouldBeEmpty();
        (await admin.ListAsync("/api/admin/audit")).ShouldAllBe(entry => entry["caseNumber"] == null || Read.Text(entry["caseNumber"]) != number);
        (await (await product.AsAsync("a.admin")).ListAsync("/api/admin/audit?case=" + number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_IsACsvFileAndIsItselfWrittenDown()
    {
        var admin = await product.AsAsync("a.admin");
        var file = (await admin.PostAsync("/api/admin/audit/export", new JsonObject { ["action"] = "admin." })).Expect(200);
        file.ContentType.ShouldBe("text/csv");
        (await admin.ListAsync("/api/admin/audit?action=audit.exported")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task EveryChange_IsInTheTrailWithoutWordsOfPeople()
    {
        var admin = await product.AsAsync("a.admin");
        await product.AddPersonAsync("a.trail", "hotline", "hotline");
        var entries = (await admin.ListAsync("/api/admin/audit?action=admin.&actor=a.admin")).Where(entry => Read.Text(entry["subject"]) == "user:a.trail").ToList();
        entries.Select(entry => Read.Text(entry["action"])).ShouldBe(["admin.password-reset", "admin.person-added"], ignoreOrder: true);
        entries.ShouldAllBe(entry => !Read.Text(entry["detail"]).Contains("试用"));
    }

    [Fact]
    public async Task Connectors_TellWhatWaits()
    {
        var systems = (await (await product.AsAsync("a.admin")).GetAsync("/api/admin/connectors")).Expect(200).Json["systems"]!.AsArray();
        systems.Select(system => Read.Text(system!["name"])).ShouldContain("汇尼系统");
        (await (await product.AsAsync("a.admin")).PostAsync($"/api/admin/connectors/messages/{Guid.NewGuid()}/retry")).ExpectProblem(404);
    }
}
