using System.Text;
using System.Text.Json.Nodes;
using Bpm.Application.Installation;
using Bpm.HostKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Studio.Tests.Definitions;

/// <summary>With the switch on, nobody publishes alone.</summary>
public sealed class PublicationApprovalTests : IAsyncLifetime
{
    private InProcessHost _host = null!;
    private ApiClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await InProcessHost.StartAsync(Read.Moment("2026-10-08T09:00:00+08:00"));
        await using var scope = _host.Services.CreateAsyncScope();
        var documents = await scope.ServiceProvider.GetRequiredService<IPackStore>().AllAsync(TestContext.Current.CancellationToken);
        _host.Services.GetRequiredService<OrganisationRegistry>().Load([.. documents.Select(WithApproval)]);
        _author = await _host.Site.AsAsync("a.process");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Publish_WithTheSwitchOn_WaitsInAnothersInboxUntilItIsApproved()
    {
        var drawing = await ChangedAsync();
        var waits = (await drawing.SaveAsync(publish: true)).ExpectProblem(400, "PUBLICATION-WAITS");
        waits.Text.ShouldContain("由另一人批准后生效");
        (await PublishedAsync()).ShouldBe(1);

        // Asking twice is asking once, and the author is not offered the task.
        (await _author.PostAsync(Elsa.Base + "/workflow-definitions/xx-water-billing/publish")).ExpectProblem(400, "PUBLICATION-WAITS").Text
            .ShouldContain(NumberIn(waits));
        var bulk = new JsonObject { ["definitionIds"] = new JsonArray("xx-water-billing") };
        (await _author.PostAsync(Elsa.Base + "/bulk-actions/publish/workflow-definitions/by-definition-ids", bulk)).ExpectProblem(400, "PUBLICATION-WAITS");
        (await InboxAsync(_author)).ShouldBeEmpty();
        var admin = await _host.Site.AsAsync("a.admin");
        var task = (await InboxAsync(admin)).ShouldHaveSingleItem();
        Read.Text(task["title"]).ShouldBe($"发布流程：{Read.Text(drawing.Model["name"])}（版本 2）");

        (await CompleteAsync(admin, task, "Approved", "已核对")).Expect(200);
        (await PublishedAsync()).ShouldBe(2);
        var versions = await _author.ReadAsync("/workflow-definitions?versionOptions=Published&DefinitionIds=xx-water-billing");
        Read.Items(versions["items"]).ShouldHaveSingleItem()["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Publish_ThatIsDeclined_StaysADraftAndMayBeAskedForAgain()
    {
        var drawing = await ChangedAsync();
        (await drawing.SaveAsync(publish: true)).ExpectProblem(400, "PUBLICATION-WAITS");
        var admin = await _host.Site.AsAsync("a.admin");
        (await CompleteAsync(admin, (await InboxAsync(admin)).Single(), "Rejected", "步骤名称要改")).Expect(200);
        (await PublishedAsync()).ShouldBe(1);
        (await InboxAsync(admin)).ShouldBeEmpty();
        (await drawing.SaveAsync(publish: true)).ExpectProblem(400, "PUBLICATION-WAITS");
        (await InboxAsync(admin)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Approve_OfADraftThatWasChangedSince_IsRefusedAndTheTaskStays()
    {
        var drawing = await ChangedAsync();
        (await drawing.SaveAsync(publish: true)).ExpectProblem(400, "PUBLICATION-WAITS");
        drawing.Model["description"] = "申请之后又改";
        (await drawing.SaveAsync()).Expect(200);
        var admin = await _host.Site.AsAsync("a.admin");
        var task = (await InboxAsync(admin)).Single();
        (await CompleteAsync(admin, task, "Approved", null)).ExpectProblem(409, "PUBLICATION-OUTDATED");
        (await PublishedAsync()).ShouldBe(1);
        (await CompleteAsync(admin, task, "Rejected", "内容已变", claim: false)).Expect(200);
    }

    [Fact]
    public async Task Publish_OfADraftWithFaults_IsRefusedAtOnce()
    {
        var drawing = await ChangedAsync();
        drawing.Model["root"]!["connections"]!.AsArray().Clear();
        (await drawing.SaveAsync(publish: true)).ExpectProblem(400, "DEFINITION-REFUSED");
        (await InboxAsync(await _host.Site.AsAsync("a.admin"))).ShouldBeEmpty();
    }

    private static PackDocument WithApproval(PackDocument document)
    {
        if (document.Kind != "organisation")
            return document;
        var json = JsonNode.Parse(document.Json)!;
        json["publication"]!["approval"] = true;
        return document with { Json = Encoding.UTF8.GetBytes(json.ToJsonString()) };
    }

    private async Task<Drawing> ChangedAsync()
    {
        var drawing = await Drawing.OpenAsync(_author, "xx-water-billing");
        drawing.Model["description"] = "新的说明";
        (await drawing.SaveAsync()).Expect(200);
        return drawing;
    }

    private async Task<int> PublishedAsync() =>
        (await _author.ReadAsync("/workflow-definitions/by-definition-id/xx-water-billing?versionOptions=Published"))["version"]!.GetValue<int>();

    private static async Task<IReadOnlyList<JsonNode>> InboxAsync(ApiClient client) =>
        [.. (await client.ListAsync("/api/tasks?scope=available")).Where(task => Read.Text(task["step"]) == "publication-approval")];

    private static async Task<Answer> CompleteAsync(ApiClient client, JsonNode task, string outcome, string? comment, bool claim = true)
    {
        var path = "/api/tasks/" + Read.Text(task["id"]);
        if (claim)
            (await client.PostAsync(path + "/claim")).Expect(200);
        return await client.PostAsync(path + "/complete", new JsonObject { ["outcome"] = outcome, ["form"] = new JsonObject(), ["comment"] = comment });
    }

    private static string NumberIn(Answer answer) => answer.Text.Split('（', '）')[1];
}
