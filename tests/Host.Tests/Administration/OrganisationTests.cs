using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>Departments, roles, rosters and categories change without a restart, and nothing that is needed vanishes.</summary>
public sealed class OrganisationTests(AdministrationProduct product) : IClassFixture<AdministrationProduct>
{
    [Fact]
    public async Task Role_GivenAPermission_HoldsForTheNextRequestOfTheSameSession()
    {
        var admin = await product.AsAsync("a.admin");
        (await admin.PostAsync("/api/admin/roles", Role("auditor", true))).Expect(200);
        var auditor = await product.AddPersonAsync("a.auditor", "customer-service", "auditor");
        (await auditor.GetAsync("/api/admin/audit")).ExpectProblem(403, "NOT-ALLOWED");
        (await admin.PostAsync("/api/admin/roles", Role("auditor", false, "ReadAudit"))).Expect(200);
        (await auditor.GetAsync("/api/admin/audit")).Expect(200);
    }

    [Theory]
    [InlineData("ReadAudit", "Administer")]
    [InlineData("Supervise")]
    public async Task LastRightToManage_CannotBeTakenAway(params string[] left) =>
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/roles", Role("admin", false, left))).ExpectProblem(400, "DOCUMENT-REFUSED").Text.ShouldContain("管理单位");

    [Theory]
    [InlineData("NoSuchRight")]
    [InlineData("System")]
    public async Task Role_WithARightThatIsNone_IsRefused(string permission) =>
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/roles", Role("odd", true, permission))).ExpectProblem(400, "REQUEST-INVALID");

    [Theory]
    [InlineData("roles", "hotline", "人员“李梅”")]
    [InlineData("departments", "quality", "人员“吴静”")]
    public async Task RoleOrDepartment_WithPeople_CannotBeRemoved(string list, string code, string because) =>
        (await (await product.AsAsync("a.admin")).PostAsync($"/api/admin/{list}/{code}/remove")).ExpectProblem(409, "STILL-NEEDED").Text.ShouldContain(because);

    [Fact]
    public async Task Role_ThatAPublishedWorkflowNames_CannotBeRemoved()
    {
        var admin = await product.AsAsync("b.admin");
        var director = new JsonObject { ["displayName"] = "唐毅", ["department"] = "discipline", ["roles"] = new JsonArray("discipline") };
        (await admin.PostAsync("/api/admin/people/b.director", director)).Expect(200);
        var refused = (await admin.PostAsync("/api/admin/roles/discipline-director/remove")).ExpectProblem(400, "DOCUMENT-REFUSED");
        refused.Text.ShouldContain("discipline-director");
        director["roles"] = new JsonArray("discipline-director");
        (await admin.PostAsync("/api/admin/people/b.director", director)).Expect(200);
    }

    [Fact]
    public async Task Document_ChangedMeanwhile_TellsWhoAndStoresNothing()
    {
        var admin = await product.AsAsync("a.admin");
        var seen = (await admin.GetAsync("/api/admin/categories")).Expect(200).Json["revision"]!.GetValue<long>();
        (await admin.PostAsync("/api/admin/departments", Department("first", seen))).Expect(200);
        (await admin.PostAsync("/api/admin/departments", Department("second", seen))).ExpectProblem(409, "DOCUMENT-CHANGED").Text.ShouldContain("徐宁");
        var names = (await admin.GetAsync("/api/admin/departments")).Expect(200).Json["items"]!.AsArray().Select(department => Read.Text(department!["code"])).ToList();
        names.ShouldContain("first");
        names.ShouldNotContain("second");
    }

    [Fact]
    public async Task Roster_Changed_TellsWhoIsOnDutyInTheNextFourteenDays()
    {
        var admin = await product.AsAsync("a.admin");
        var roster = (await admin.GetAsync("/api/admin/rosters")).Expect(200).Json["items"]![0]!;
        roster["days"]!.AsArray().Count.ShouldBe(14);
        var body = new JsonObject
        {
            ["code"] = "hotline", ["name"] = "热线两班", ["anchor"] = "2026-09-30", ["starts"] = new JsonArray("08:00", "20:00"),
            ["rotation"] = new JsonArray(new JsonArray("a.hotline2"), new JsonArray("a.hotline")),
        };
        (await admin.PostAsync("/api/admin/rosters", body)).Expect(200);
        var turns = (await admin.GetAsync("/api/admin/rosters")).Expect(200).Json["items"]![0]!["days"]![0]!["turns"]!.AsArray();
        turns.Select(turn => Read.Text(turn!["crew"]![0])).ShouldBe(["王芳", "李梅"]);
        turns[0]!["isNow"]!.GetValue<bool>().ShouldBeTrue();
        body["rotation"] = new JsonArray(new JsonArray("a.hotline"), new JsonArray());
        (await admin.PostAsync("/api/admin/rosters", body)).ExpectProblem(400, "REQUEST-INVALID", "rotation").Text.ShouldContain("无人值守");
    }

    [Fact]
    public async Task Roster_Added_IsThereUntilRemovedAndOneInUseStays()
    {
        var admin = await product.AsAsync("a.admin");
        var body = new JsonObject
        {
            ["isNew"] = true, ["code"] = "z-night", ["name"] = "夜班", ["anchor"] = "2026-09-30", ["starts"] = new JsonArray("20:00"),
            ["rotation"] = new JsonArray(new JsonArray("a.network"), new JsonArray("a.network.manager")),
        };
        (await admin.PostAsync("/api/admin/rosters", body)).Expect(200);
        (await admin.PostAsync("/api/admin/rosters", body)).ExpectProblem(409, "ENTRY-TAKEN");
        var added = (await admin.GetAsync("/api/admin/rosters")).Expect(200).Json["items"]!.AsArray()[^1]!;
        Read.Text(added["code"]).ShouldBe("z-night");
        Read.Texts(added["days"]![1]!["turns"]![0]!["crew"]).ShouldBe(["周海"]);
        body["code"] = "Nacht";
        (await admin.PostAsync("/api/admin/rosters", body)).ExpectProblem(400, "REQUEST-INVALID", "code");
        body["code"] = "z-empty";
        body["starts"] = new JsonArray();
        (await admin.PostAsync("/api/admin/rosters", body)).ExpectProblem(400, "REQUEST-INVALID", "starts");

        (await admin.PostAsync("/api/admin/rosters/hotline/remove", new JsonObject())).ExpectProblem(409, "STILL-NEEDED").Text.ShouldContain("交接班");
        (await admin.PostAsync("/api/admin/rosters/z-night/remove", new JsonObject())).Expect(200);
        (await admin.PostAsync("/api/admin/rosters/z-night/remove", new JsonObject())).ExpectProblem(404, "ENTRY-NOT-FOUND");
    }

    [Fact]
    public async Task Attribute_ThatALimitDependsOn_IsNotRetired()
    {
        var admin = await product.AsAsync("a.admin");
        var known = (await admin.GetAsync("/api/admin/categories")).Expect(200).Json["items"]!.AsArray().First(category => Read.Text(category!["code"]) == "pipe-repair")!.DeepClone().AsObject();
        known["attributes"]!.AsArray().First(attribute => Read.Text(attribute!["code"]) == "pipeDiameter")!["isActive"] = false;
        (await admin.PostAsync("/api/admin/categories", known)).ExpectProblem(409, "STILL-NEEDED").Text.ShouldContain("管径");
    }

    [Theory]
    [InlineData("Pipe Colour", "string", "红", "代码用小写字母")]
    [InlineData("colour", "number", null, "类型")]
    [InlineData("colour", "integer", "红", "选项")]
    [InlineData("colour", "string", "红 红", "不能重复")]
    public async Task Attribute_ThatMakesNoSense_IsRefused(string code, string type, string? values, string said)
    {
        var body = Category("nonsense", "open");
        body["attributes"] = new JsonArray(new JsonObject
        {
            ["code"] = code, ["title"] = "颜色", ["type"] = type, ["required"] = false,
            ["values"] = values is null ? null : new JsonArray([.. values.Split(' ').Select((title, at) => (JsonNode?)new JsonObject { ["code"] = $"c{at}", ["title"] = title })]),
        });
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/categories", body)).ExpectProblem(400, "REQUEST-INVALID").Text.ShouldContain(said);
    }

    [Fact]
    public async Task Category_Added_RoutesTheNextCaseWithoutARestart()
    {
        var admin = await product.AsAsync("a.admin");
        (await admin.PostAsync("/api/admin/categories", Category("hydrant", "open"))).Expect(200);
        var body = Complaint.Sample("C01");
        body["category"] = "hydrant";
        body.Remove("attributes");
        var registered = (await (await product.AsAsync("a.hotline")).PostAsync("/api/complaints", body)).Expect(201).Json;
        Read.Text(registered["workflow"]!["definitionId"]).ShouldBe("xx-water-meter-data");
    }

    [Fact]
    public async Task Category_OfAnUnpublishedWorkflow_IsRefused()
    {
        var body = Category("nowhere", "open");
        body["definitionId"] = "no-such-workflow";
        (await (await product.AsAsync("a.admin")).PostAsync("/api/admin/categories", body)).ExpectProblem(400, "DOCUMENT-REFUSED").Text.ShouldContain("没有发布");
    }

    [Fact]
    public async Task Level_CanBeRaisedOnceConfirmedAndNeverLowered()
    {
        var admin = await product.AsAsync("b.admin");
        var body = new JsonObject
        {
            ["code"] = "product-quality", ["name"] = "产品质量投诉", ["kinds"] = new JsonArray("complaint"), ["definitionId"] = "liaocheng-water-product-quality",
            ["level"] = "strict", ["required"] = new JsonArray("target", "content", "demand"),
        };
        (await admin.PostAsync("/api/admin/categories", body)).ExpectProblem(409, "CATEGORY-LEVEL-RAISED");
        body["confirmLevel"] = true;
        (await admin.PostAsync("/api/admin/categories", body)).Expect(200);
        body["level"] = "restricted";
        (await admin.PostAsync("/api/admin/categories", body)).ExpectProblem(409, "CATEGORY-LEVEL-LOWERED");
    }

    private static JsonObject Role(string code, bool isNew, params string[] permissions) => new()
    {
        ["isNew"] = isNew, ["code"] = code, ["name"] = code == "admin" ? "系统管理员" : "审计员", ["permissions"] = new JsonArray([.. permissions.Select(p => (JsonNode?)p)]),
    };

    private static JsonObject Department(string code, long revision) => new() { ["isNew"] = true, ["code"] = code, ["name"] = "新部门" + code, ["revision"] = revision };

    private static JsonObject Category(string code, string level) => new()
    {
        ["isNew"] = true, ["code"] = code, ["name"] = "消火栓", ["kinds"] = new JsonArray("complaint"), ["definitionId"] = "xx-water-meter-data", ["department"] = "meter",
        ["level"] = level, ["required"] = new JsonArray("content"),
    };
}
