using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Reports;

/// <summary>Paper forms of cases: what stands on them, and for whom.</summary>
public sealed class CasePaperTests(CasePaperTests.Product product) : IClassFixture<CasePaperTests.Product>
{
    private static readonly Plan _plan = Plan.First.Leaving("lessons").Filling("unit", "unit1").Filling("cause", "抄表员态度恶劣").Filling("responsiblePerson", "某抄表员");

    [Fact]
    public async Task ComplaintRecord_OfAClosedProductCase_HasTheWholeStory()
    {
        var walked = await product.WalkAsync("C12", _plan);
        var paper = await product.PaperAsync("b.manager", "complaint-record", walked.Number);
        Read.Text(paper["name"]).ShouldBe("顾客投诉处理记录表");
        Field(paper, "number").ShouldBe(walked.Number);
        Field(paper, "content").ShouldBe(Read.Text(walked.Case["content"]));
        Field(paper, "target").ShouldBe(Read.Text(walked.Case["target"]));
        Field(paper, "demand").ShouldBe(Read.Text(walked.Case["demand"]));
        Field(paper, "answer:unit-handling.cause").ShouldBe("抄表员态度恶劣");
        Field(paper, "answer:unit-handling.responsiblePerson").ShouldBe("某抄表员");
        Field(paper, "answer:unit-handling.customerContacted").ShouldBe("是");
        Field(paper, "followUpResult").ShouldBe("满意");
        Field(paper, "status").ShouldBe("已办结");
        Field(paper, "departments").ShouldNotBeNull().ShouldNotContain("unit1");
        Read.Texts(paper["signatures"]).ShouldBe(["运营管理部调度员", "承办单位负责人", "运营管理部经理"]);
    }

    [Fact]
    public async Task ComplaintRecord_OfADisciplineCase_HasTheOpinionAndIsRecordedAsRead()
    {
        var walked = await product.WalkAsync("C13", _plan.Filling("text", "已批评教育。"));
        var before = await product.ReadsAsync(walked.Number, "b.director");
        var paper = await product.PaperAsync("b.director", "complaint-record", walked.Number);
        Field(paper, "opinion").ShouldBe("已批评教育。");
        Field(paper, "doer:record-opinion").ShouldNotBeNull().ShouldNotStartWith("b.");
        (await product.ReadsAsync(walked.Number, "b.director")).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("work-order")]
    [InlineData("complaint-record")]
    public async Task Paper_OfADisciplineCase_IsForInsidersOnly(string code)
    {
        var walked = await product.WalkAsync("C13", _plan, stopBefore: "investigation");
        foreach (var user in new[] { "b.hotline", "b.manager", "b.dispatcher", "b.unit1", "b.unit2", "b.process", "b.admin", "a.supervisor" })
        {
            var answer = await (await product.AsAsync(user)).GetAsync($"/api/reports/{code}?complaint={walked.Number}");
            answer.ExpectProblem(404);
            answer.Text.ShouldNotContain("discipline");
        }
    }

    [Fact]
    public async Task WorkOrder_OfAnOpenCase_TellsWhatIsKnownSoFar()
    {
        var registered = await product.Site.RegisterAsync("C04");
        var paper = await product.PaperAsync("a.supervisor", "work-order", Read.Text(registered["number"]));
        Field(paper, "category").ShouldBe("管道维修");
        Field(paper, "attributes").ShouldNotBeNull().ShouldContain("区域：");
        Field(paper, "departments").ShouldBe("管网部");
        Field(paper, "status").ShouldBe("办理中");
        Field(paper, "closedAt").ShouldBeNull();
    }

    [Fact]
    public async Task Paper_BadRequests_AreRefused()
    {
        var client = await product.AsAsync("a.supervisor");
        (await client.GetAsync("/api/reports/work-order?complaint=XX-0")).ExpectProblem(404);
        (await client.GetAsync("/api/reports/work-order")).ExpectProblem(400, fields: "complaint");
        (await client.GetAsync("/api/reports/complaint-record?complaint=XX-0")).ExpectProblem(404, "REPORT-NOT-FOUND");
        (await client.GetAsync("/api/reports/work-order?complaint=XX-0&format=pdf")).ExpectProblem(400, fields: "format");
        (await product.Site.Nobody.GetAsync("/api/reports/work-order?complaint=XX-0")).ExpectProblem(401);
    }

    [Fact]
    public async Task Paper_AsCsv_HasOneLineAField()
    {
        var registered = await product.Site.RegisterAsync("C04");
        var number = Read.Text(registered["number"]);
        var answer = (await (await product.AsAsync("a.supervisor")).GetAsync($"/api/reports/work-order?complaint={number}&format=csv")).Expect(200);
        answer.Text.TrimStart('\uFEFF').Split("\r\n").ShouldContain($"受理登记,受理编号,{number}");
    }

    [Theory]
    [InlineData("xx-water")]
    [InlineData("liaocheng-water")]
    public void Papers_OfThePacks_AskForStepsAndFieldsThatExist(string organisation)
    {
        var home = product.Organisation(organisation);
        foreach (var field in home.Directory.Profile.Papers.Values.SelectMany(paper => paper.Sections).SelectMany(section => section.Fields).Where(field => field.Field is not null))
        {
            foreach (var step in field.Steps)
                home.Forms.Form(step)?.Properties.ContainsKey(field.Field!).ShouldBe(true, $"{step}.{field.Field}");
        }

        var known = home.RuleSets[0].Rules.Select(rule => rule.Id).ToList();
        home.Directory.Profile.Statistics.ResponseRules.ShouldNotBeEmpty();
        home.Directory.Profile.Statistics.ResponseRules.ShouldBeSubsetOf(known);
    }

    private static string? Field(JsonNode paper, string name) => Read.Items(paper["sections"]).SelectMany(section => Read.Items(section["fields"]))
        .First(field => Read.Text(field["name"]) == name)["text"]?.GetValue<string>();

    public sealed class Product() : RunningProduct("2026-09-28T09:00:00+08:00")
    {
        public async Task<JsonNode> PaperAsync(string user, string code, string number) =>
            (await (await AsAsync(user)).GetAsync($"/api/reports/{code}?complaint={number}")).Expect(200).Json;

        public Application.Installation.Installed Organisation(string code) =>
            ((Application.Installation.OrganisationRegistry)Host.Services.GetService(typeof(Application.Installation.OrganisationRegistry))!).Of(code);

        /// <summary>How often the audit trail says that somebody read a case.</summary>
        public async Task<int> ReadsAsync(string number, string user)
        {
            await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(Host.Services);
            var cases = (Application.Complaints.ICaseStore)scope.ServiceProvider.GetService(typeof(Application.Complaints.ICaseStore))!;
            var audit = (Application.Audit.IAuditLog)scope.ServiceProvider.GetService(typeof(Application.Audit.IAuditLog))!;
            var complaint = (await cases.FindByNumberAsync(number, TestContext.Current.CancellationToken))!;
            var trail = await audit.OfCaseAsync(complaint.Id, TestContext.Current.CancellationToken);
            return trail.Count(entry => entry.Action == "case.read" && entry.Actor == user && entry.Subject == $"case:{number}");
        }
    }
}
