using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Refusals;

/// <summary>Registrations that must not be: each names its fields, and nothing is stored.</summary>
public sealed class RegistrationRefusalTests(RefusalProduct product) : IClassFixture<RefusalProduct>
{
    [Theory]
    [InlineData("category", """ "unknown" """, "category", "COMPLAINT-CATEGORY-UNKNOWN")]
    [InlineData("category", "null", "category", "COMPLAINT-CATEGORY-UNKNOWN")]
    [InlineData("channel", """ "pigeon" """, "channel", "COMPLAINT-CHANNEL-UNKNOWN")]
    [InlineData("channel", "null", "channel", "COMPLAINT-CHANNEL-UNKNOWN")]
    [InlineData("kind", """ "praise" """, "kind", "COMPLAINT-KIND-UNKNOWN")]
    [InlineData("kind", "null", "kind", "COMPLAINT-KIND-UNKNOWN")]
    [InlineData("kind", """ "consultation" """, "kind", "COMPLAINT-KIND-NOT-ALLOWED")]
    [InlineData("kind", """ "fault" """, "kind", "COMPLAINT-KIND-NOT-ALLOWED")]
    [InlineData("content", "null", "content", "COMPLAINT-FIELD-REQUIRED")]
    [InlineData("content", """ "  " """, "content", "COMPLAINT-FIELD-REQUIRED")]
    [InlineData("content", """ "水\u0007质" """, "content", "COMPLAINT-TEXT-INVALID")]
    [InlineData("content", """ "水\u0000质" """, "content", "COMPLAINT-TEXT-INVALID")]
    [InlineData("receivedAt", """ "2026-03-30T16:00:01+08:00" """, "receivedAt", "COMPLAINT-RECEIVED-IN-FUTURE")]
    [InlineData("receivedAt", """ "2099-01-01T00:00:00Z" """, "receivedAt", "COMPLAINT-RECEIVED-IN-FUTURE")]
    [InlineData("receivedAt", """ "1999-01-01T00:00:00Z" """, "receivedAt", null)]
    [InlineData("receivedAt", """ "2026-03-30T12:00:00+08:00" """, "backdatingReason", "COMPLAINT-BACKDATING-REASON")]
    [InlineData("receivedAt", """ "2026-02-30T12:00:00+08:00" """, "receivedAt", null)]
    [InlineData("receivedAt", """ "yesterday" """, "receivedAt", null)]
    [InlineData("receivedAt", "20260330", "receivedAt", null)]
    [InlineData("attributes", """ {"colour":"red"} """, "attributes.colour", "COMPLAINT-ATTRIBUTE-UNKNOWN")]
    [InlineData("content", "5", "content", null)]
    [InlineData("customer", "[]", "customer", null)]
    [InlineData("attributes", """ "none" """, "attributes", null)]
    public async Task Registration_FieldWrong_IsRefusedNamingIt(string field, string value, string named, string? code)
    {
        var body = Complaint.Sample("C01");
        body[field] = JsonNode.Parse(value);
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(400, code, named);
    }

    [Fact]
    public async Task Registration_CategoryWithoutAPublishedProcess_IsRefused()
    {
        (await (await product.AsAsync("a.process")).PostAsync("/api/workflows/xx-water-violation/retract", new JsonObject())).Expect(204);
        var body = Complaint.Sample("C01");
        body["category"] = "violation";
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(409, "PROCESS-NOT-PUBLISHED");
    }

    [Theory]
    [InlineData("name", 101)]
    [InlineData("phone", 51)]
    [InlineData("address", 301)]
    [InlineData("accountNumber", 51)]
    public async Task Registration_CustomerFieldTooLong_IsRefusedNamingIt(string field, int length)
    {
        var body = Complaint.Sample("C01");
        body["customer"]![field] = new string('水', length);
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(400, "COMPLAINT-TEXT-TOO-LONG", "customer." + field);
    }

    [Fact]
    public async Task Registration_LineBreakInAName_IsRefused()
    {
        var body = Complaint.Sample("C01");
        body["customer"]!["name"] = "王\n秀兰";
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(400, "COMPLAINT-TEXT-INVALID", "customer.name");
    }

    [Fact]
    public async Task Registration_HalfOfASurrogatePair_IsRefused()
    {
        var text = Complaint.Sample("C01").ToJsonString();
        text = text[..^1] + ",\"content\":\"\\ud83d\"}";
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostTextAsync("/api/complaints", text))).ExpectProblem(400);
    }

    [Theory]
    [InlineData("target")]
    [InlineData("content")]
    [InlineData("demand")]
    public async Task RegistrationOfB_FieldMissing_IsRefusedNamingIt(string field)
    {
        var body = Complaint.Sample("C12");
        body.Remove(field);
        var hotline = await product.AsAsync("b.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(400, "COMPLAINT-FIELD-REQUIRED", field);
    }

    [Fact]
    public async Task RegistrationOfB_Empty_IsRefusedNamingEveryField()
    {
        var hotline = await product.AsAsync("b.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints"))).ExpectProblem(400, null, "kind", "channel", "category");
        var bare = new JsonObject { ["kind"] = "complaint", ["channel"] = "hotline", ["category"] = "product-quality" };
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", bare))).ExpectProblem(400, null, "target", "content", "demand");
    }

    [Fact]
    public async Task Registration_Organisation_UnknownOrAnothers_IsRefused()
    {
        var hotline = await product.AsAsync("a.hotline");
        var body = Complaint.Sample("C01");
        body["organisation"] = "moon-water";
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(400, "ORGANISATION-UNKNOWN");
        body["organisation"] = "liaocheng-water";
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(403);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"投诉\"")]
    [InlineData("{'kind':'complaint'}")]
    [InlineData("{\"kind\":\"complaint\"}}")]
    [InlineData("\u0000")]
    public async Task Registration_NoJsonObject_IsRefused(string text)
    {
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostTextAsync("/api/complaints", text))).ExpectProblem(400);
    }

    [Fact]
    public async Task Registration_NotSentAsJson_IsRefused()
    {
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostTextAsync("/api/complaints", Complaint.Sample("C01").ToJsonString(), "text/plain"))).ExpectProblem(415);
    }

    [Fact]
    public async Task Registration_TenMegabytesOfText_IsRefused()
    {
        var body = Complaint.Sample("C01");
        body["content"] = new string('水', 10 * 1024 * 1024);
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(413);
    }

    [Fact]
    public async Task Registration_TooLongForItsField_IsRefusedNamingIt()
    {
        var body = Complaint.Sample("C01");
        body["content"] = new string('水', 20_001);
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", body))).ExpectProblem(400, "COMPLAINT-TEXT-TOO-LONG", "content");
    }

    [Theory]
    [InlineData("a.quality")]
    [InlineData("a.it")]
    [InlineData("a.admin")]
    public async Task Registration_RoleMayNot_IsForbidden(string user)
    {
        var client = await product.AsAsync(user);
        (await product.RefusedAsync(() => client.PostAsync("/api/complaints", Complaint.Sample("C01")))).ExpectProblem(403, "NOT-ALLOWED");
    }

    [Fact]
    public async Task Registration_NotSignedIn_IsRefused()
    {
        (await product.RefusedAsync(() => product.Site.Nobody.PostAsync("/api/complaints", Complaint.Sample("C01")))).ExpectProblem(401);
        (await product.RefusedAsync(() => product.Site.WithToken("forged").PostAsync("/api/complaints", Complaint.Sample("C01")))).ExpectProblem(401);
    }

    [Theory]
    [InlineData("Robert'); DROP TABLE \"Cases\";--")]
    [InlineData("<script>alert('王')</script>")]
    [InlineData("{{constructor.constructor('return 1')()}} ${7*7} %s%n")]
    [InlineData("👷‍♀️ 𠮷田 ‮кот‬ é")]
    public async Task Registration_HostileNames_AreStoredVerbatim(string text)
    {
        var body = Complaint.Sample("C01");
        body["customer"]!["name"] = text;
        body["customer"]!["address"] = text;
        body["content"] = text + "\n第二行\t制表";
        body["demand"] = text;
        var number = Read.Text((await product.Site.RegisterAsync("a.hotline", body))["number"]);
        var stored = await (await product.AsAsync("a.supervisor")).CaseAsync(number);
        Read.Text(stored["customer"]!["name"]).ShouldBe(text);
        Read.Text(stored["customer"]!["address"]).ShouldBe(text);
        Read.Text(stored["content"]).ShouldBe(text + "\n第二行\t制表");
        Read.Text(stored["demand"]).ShouldBe(text);
        (await product.CasesAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Registration_BackdatedWithAReason_CountsFromReceipt()
    {
        var body = Complaint.Sample("C01");
        body["receivedAt"] = "2026-03-30T15:40:00+08:00";
        body["backdatingReason"] = "系统维护期间以纸质登记";
        var registered = await product.Site.RegisterAsync("a.hotline", body);
        Read.Moment(registered["receivedAt"]).ShouldBe(Read.Moment("2026-03-30T15:40:00+08:00"));
        Read.Moment(Read.Clocks(registered, "A-2.1b")[0]["dueAt"]).ShouldBe(Read.Moment("2026-03-30T16:40:00+08:00"));
    }
}
