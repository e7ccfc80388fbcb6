using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C10: a letter that the mayor's mailbox passed on, with its scan (A §一.3, §二.2, §三.2).</summary>
public sealed class LetterWalkTests(LetterWalkTests.Product product) : IClassFixture<LetterWalkTests.Product>
{
    [Fact]
    public async Task Registration_WithoutTheScan_IsRefusedUntilItIsUploaded()
    {
        var registered = await product.Site.RegisterAsync("C10");
        Read.OpenSteps(registered).ShouldBe(["letter-registration"]);
        var agent = await product.AsAsync("a.hotline");
        var path = "/api/tasks/" + Read.Text(Read.Tasks(registered, "letter-registration").Single()["id"]);
        (await agent.PostAsync(path + "/claim")).Expect(200);
        var body = new JsonObject { ["outcome"] = "Registered", ["form"] = new JsonObject { ["system"] = "gis" } };
        (await agent.PostAsync(path + "/complete", body.DeepClone())).ExpectProblem(400, "TASK-ATTACHMENT-MISSING");

        await AttachAsync(registered);
        (await agent.PostAsync(path + "/complete", body)).Expect(200);

        var pushed = await product.CaseAsync(registered);
        foreach (var (rule, due) in Samples.Clocks("C10"))
            Read.Moment(Read.Clocks(pushed, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
        Read.OpenSteps(pushed).ShouldBe(["call-department", "department-information"]);
    }

    [Fact]
    public async Task Letter_Informed_IsAnsweredByTheOffice()
    {
        var registered = await product.Site.RegisterAsync("C10");
        await AttachAsync(registered);
        var driver = await new CaseDriver(product.Site, registered, Plan.First).WalkAsync();
        var walked = new Walked(driver, await product.CaseAsync(registered));
        walked.ShouldHaveGone("letter-registration:Registered", "department-information:Supplied", "formal-reply:Sent").ShouldBeClosed()
            .ShouldHaveClocks("A-2.2a", "met").ShouldHaveClocks("A-2.2b", "met").ShouldHaveClocks("A-4.3", "met").ShouldHaveClocks("A-2.1b");
        walked.DoerOf("formal-reply").ShouldBe("a.office");
        Read.Items(walked.Case["notices"]).Where(n => n["clockId"] is null).Select(n => Read.Text(n["recipient"])).ShouldBe(["a.deputy", "a.manager"], ignoreOrder: true);
    }

    private async Task AttachAsync(JsonNode registered)
    {
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var content = new MultipartFormDataContent { { file, "file", "scan.pdf" } };
        (await (await product.AsAsync("a.office")).SendAsync(HttpMethod.Post, ApiClient.CasePath(Read.Text(registered["number"])) + "/attachments", content, null)).Expect(201);
    }

    public sealed class Product() : RunningProduct("2026-05-08T11:00:00+08:00");
}
