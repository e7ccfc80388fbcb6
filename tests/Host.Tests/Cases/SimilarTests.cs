using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Cases;

/// <summary>Who is told of which earlier cases of the same customer.</summary>
public sealed class SimilarTests(SimilarTests.Product product) : IClassFixture<SimilarTests.Product>
{
    [Fact]
    public async Task Registration_OfAKnownCustomer_NamesTheEarlierCasesAndIsNotRefused()
    {
        var first = await product.Site.RegisterAsync("a.hotline", Of("C01", "13900000101", "柳园路1号院", "K-101"));
        Read.Items(first["similar"]).ShouldBeEmpty();
        await product.Site.RegisterAsync("a.hotline", Of("C01", "13900000999", "别处的地址", "K-999"));
        var other = await product.Site.RegisterAsync("a.hotline", Of("C02", "+86 139-0000-0101", "另一处地址", "K-102"));
        Read.Text(Read.Items(other["similar"]).ShouldHaveSingleItem()["number"]).ShouldBe(Read.Text(first["number"]));

        var third = await product.Site.RegisterAsync("a.hotline2", Of("C01", "13900000101", "柳园路１号院", "k-101"));
        var similar = Read.Items(third["similar"]);
        similar.Select(row => Read.Text(row["number"])).ShouldBe([Read.Text(first["number"]), Read.Text(other["number"])]);
        Read.Texts(similar[0]["matches"]).ShouldBe(["phone", "address", "account"]);
        Read.Texts(similar[1]["matches"]).ShouldBe(["phone"]);
        (Read.Text(similar[0]["category"]), Read.Text(similar[0]["status"])).ShouldBe(("water-quality", "open"));
        Read.Moment(similar[0]["receivedAt"]).ShouldBe(Read.Moment(first["receivedAt"]));
        similar[0]["closedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task Registration_AsANewMatter_SaysSoInBothHistories()
    {
        var hotline = await product.AsAsync("a.hotline");
        var first = Read.Text((await product.Site.RegisterAsync("a.hotline", Of("C01", "13900000111", "核对路1号院", null)))["number"]);
        var ofAnotherCategory = Read.Text((await product.Site.RegisterAsync("a.hotline", Of("C02", "13900000111", null, null)))["number"]);
        var body = Of("C01", "13900000111", "核对路1号院", null);
        body["linkKind"] = "new";
        var second = Read.Text((await product.Site.RegisterAsync("a.hotline", body))["number"]);

        foreach (var (one, other) in ((string, string)[])[(first, second), (second, first)])
        {
            var seen = await hotline.CaseAsync(one);
            var link = Read.Items(seen["links"]).ShouldHaveSingleItem();
            (Read.Text(link["kind"]), Read.Text(link["number"])).ShouldBe(("new", other));
            var entry = Read.Items(seen["timeline"]).Single(entry => Read.Text(entry["action"]) == "case.compared");
            Read.Text(entry["subject"]).ShouldBe($"link:{Guid.Parse(Read.Text(link["id"])):N}");
        }

        Read.Items((await hotline.CaseAsync(ofAnotherCategory))["links"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Registration_SameKeySameBody_ReplaysTheSameList()
    {
        var hotline = await product.AsAsync("a.hotline");
        await product.Site.RegisterAsync("a.hotline", Of("C01", "13900000201", null, null));
        var (body, key) = (Of("C01", "13900000201", null, null), Guid.NewGuid().ToString());
        var first = (await hotline.PostAsync("/api/complaints", body, key)).Expect(201);
        (await hotline.PostAsync("/api/complaints", body, key)).Expect(201).Text.ShouldBe(first.Text);
        Read.Items(first.Json["similar"]).Count.ShouldBe(1);
    }

    [Fact]
    public async Task History_BesideTheForm_IsFoundByBodyAndAtMostTen()
    {
        for (var i = 0; i < 12; i++)
            await product.Site.RegisterAsync("a.hotline", Of("C02", "13900000301", null, null));
        var newest = await product.Site.RegisterAsync("a.hotline", Of("C01", "13900000301", null, null));

        var answer = (await (await product.AsAsync("a.hotline")).PostAsync("/api/complaints/similar", new JsonObject { ["phone"] = "139 0000 0301", ["category"] = "water-quality" })).Expect(200).Json;
        Read.Items(answer["items"]).Count.ShouldBe(10);
        Read.Text(Read.Items(answer["items"])[0]["number"]).ShouldBe(Read.Text(newest["number"]));
        Read.Items((await (await product.AsAsync("a.hotline")).PostAsync("/api/complaints/similar")).Expect(200).Json["items"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task History_ClosedLongAgo_IsNotTold()
    {
        var walked = await product.WalkAsync("C01", Plan.First, body => Change(body, "13900000401", null, null));
        walked.ShouldBeClosed();
        await product.Site.AdvanceToAsync(Read.Moment(walked.Case["closedAt"]).AddDays(90));
        (await FoundAsync("a.hotline", "13900000401")).ShouldBe([walked.Number]);
        await product.Site.AdvanceToAsync(Read.Moment(walked.Case["closedAt"]).AddDays(90).AddSeconds(1));
        (await FoundAsync("a.hotline", "13900000401")).ShouldBeEmpty();
    }

    [Fact]
    public async Task History_NobodyWithoutTheRightToRegister_MayAsk()
    {
        foreach (var user in (string[])["a.meter", "a.network", "b.unit1", "b.chairman", "b.admin"])
            (await (await product.AsAsync(user)).PostAsync("/api/complaints/similar", new JsonObject { ["phone"] = "13900000401" })).ExpectProblem(403);
        (await product.Site.Nobody.PostAsync("/api/complaints/similar")).ExpectProblem(401);
    }

    [Fact]
    public async Task DisciplineCase_IsToldToThoseOnlyWhoReadIt()
    {
        var walked = await product.WalkAsync(
            "C13", Plan.First.Leaving("lessons").Filling("unit", "unit1").Filling("accusedPersons", "b.discipline"), body => Change(body, "13900000501", null, null),
            stopBefore: "chairman-instruction");
        // Neither the registrar, who handed it over, nor the accused, nor another organisation learns of it.
        foreach (var user in (string[])["b.hotline", "b.dispatcher", "b.manager", "b.discipline", "a.hotline"])
            (await FoundAsync(user, "13900000501")).ShouldBeEmpty(user);

        var registered = await product.Site.RegisterAsync("b.hotline", Change(Complaint.Sample("C12"), "13900000501", null, null));
        Read.Items(registered["similar"]).ShouldBeEmpty();
        registered.ToJsonString().ShouldNotContain(walked.Number);

        var open = await product.Site.RegisterAsync("b.discipline", Change(Complaint.Sample("C13"), "13900000502", null, null));
        (await FoundAsync("b.discipline", "13900000502")).ShouldBe([Read.Text(open["number"])]);
        (await FoundAsync("b.discipline", "13900000501")).ShouldNotContain(walked.Number);
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string user, string phone)
    {
        var answer = await (await product.AsAsync(user)).PostAsync("/api/complaints/similar", new JsonObject { ["phone"] = phone });
        return [.. Read.Items(answer.Expect(200).Json["items"]).Select(row => Read.Text(row["number"]))];
    }

    private static JsonObject Of(string sample, string? phone, string? address, string? account) => Change(Complaint.Sample(sample), phone, address, account);

    private static JsonObject Change(JsonObject body, string? phone, string? address, string? account)
    {
        body["customer"] = new JsonObject { ["name"] = "王秀兰", ["phone"] = phone, ["address"] = address, ["accountNumber"] = account };
        return body;
    }

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
