using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

[Collection(StudioCollection.Name)]
public sealed class DefinitionLifeTests(StudioProduct product)
{
    [Fact]
    public async Task Save_OfWhatIsPublished_BeginsTheNextVersionAndLeavesThePublishedOne()
    {
        var drawing = await PublishedAsync("life-next");
        drawing.Model["description"] = "第二版";
        (await drawing.SaveAsync()).Expect(200);

        drawing.Version.ShouldBe(2);
        drawing.IsPublished.ShouldBeFalse();
        (await VersionsAsync("life-next")).ShouldBe([(2, true, false), (1, false, true)]);
    }

    [Fact]
    public async Task Save_OfTheSameTwice_StoresNothingTheSecondTime()
    {
        var drawing = await PublishedAsync("life-twice");
        drawing.Model["description"] = "第二版";
        (await drawing.SaveAsync()).Expect(200);
        var revision = drawing.Revision;
        (await drawing.SaveAsync()).Expect(200);

        drawing.Revision.ShouldBe(revision);
        drawing.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Save_OfAnUnchangedPublishedVersion_MakesNoDraft()
    {
        var drawing = await PublishedAsync("life-same");
        (await drawing.SaveAsync()).Expect(200);
        (await VersionsAsync("life-same")).ShouldBe([(1, true, true)]);
    }

    [Fact]
    public async Task Publish_ADraft_MovesTheMarkAndTheNextInstanceRunsIt()
    {
        var drawing = await PublishedAsync("life-publish");
        drawing.Model["description"] = "第二版";
        (await drawing.SaveAsync()).Expect(200);
        var answer = (await drawing.SaveAsync(publish: true)).Expect(200).Json;

        answer["alreadyPublished"]!.GetValue<bool>().ShouldBeFalse();
        drawing.IsPublished.ShouldBeTrue();
        (await VersionsAsync("life-publish")).ShouldBe([(2, true, true), (1, false, false)]);
        var started = (await (await Admin()).PostAsync("/api/workflows/life-publish/start")).Expect(201).Json;
        started["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Publish_ADraftThatSaysWhatIsPublished_DropsTheDraft()
    {
        var drawing = await PublishedAsync("life-undone");
        drawing.Model["description"] = "改了又改回来";
        (await drawing.SaveAsync()).Expect(200);
        drawing.Model.Remove("description");
        (await drawing.SaveAsync()).Expect(200);
        var answer = (await drawing.SaveAsync(publish: true)).Expect(200).Json;

        answer["alreadyPublished"]!.GetValue<bool>().ShouldBeTrue();
        (await VersionsAsync("life-undone")).ShouldBe([(1, true, true)]);
    }

    [Fact]
    public async Task Revert_ToAnOldVersion_IsANewDraftThatSaysTheSame()
    {
        var drawing = await PublishedAsync("life-revert");
        var first = drawing.Model["root"]!.ToJsonString();
        drawing.Model["root"]!["activities"]!.AsArray().RemoveAt(0);
        (await drawing.SaveAsync(publish: true)).Expect(200);
        await (await Admin()).AskAsync("/workflow-definitions/life-revert/revert/1");

        (await VersionsAsync("life-revert")).ShouldBe([(3, true, false), (2, false, true), (1, false, false)]);
        (await Drawing.OpenAsync(await Admin(), "life-revert")).Model["root"]!.ToJsonString().ShouldBe(first);
    }

    [Fact]
    public async Task Retract_APublishedDefinition_StartsNothingMore()
    {
        await PublishedAsync("life-retract");
        await (await Admin()).AskAsync("/workflow-definitions/life-retract/retract");

        (await (await Admin()).PostAsync("/api/workflows/life-retract/start")).ExpectProblem(404);
        (await VersionsAsync("life-retract")).ShouldBe([(1, true, false)]);
        await (await Admin()).AskAsync("/workflow-definitions/life-retract/publish");
        (await (await Admin()).PostAsync("/api/workflows/life-retract/start")).Expect(201);
    }

    [Fact]
    public async Task Delete_WhileAnInstanceRuns_IsRefusedAndAfterItsEndKeepsTheVersionItRanOn()
    {
        var admin = await Admin();
        await PublishedAsync("life-delete");
        var id = Read.Text((await admin.PostAsync("/api/workflows/life-delete/start")).Expect(201).Json["id"]);
        (await DeleteAsync("/workflow-definitions/life-delete")).ExpectProblem(400, "DEFINITION-IN-USE");
        (await admin.PostAsync($"/api/instances/{id}/cancel")).Expect(200);
        (await DeleteAsync("/workflow-definitions/life-delete")).Expect(200);

        (await admin.GetAsync(Elsa.Base + "/workflow-definitions/by-definition-id/life-delete?versionOptions=Latest")).Expect(404);
        (await admin.ReadAsync("/workflow-definitions/by-id/life-delete-v1"))["version"]!.GetValue<int>().ShouldBe(1);
        // What comes under the same id later does not take the number of what ran.
        (await Drawing.ImportAsync(admin, Flow("life-delete"))).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Delete_OfACategorysProcess_IsRefused() =>
        (await DeleteAsync("/workflow-definitions/xx-water-billing")).ExpectProblem(400, "DEFINITION-IN-USE");

    [Fact]
    public async Task Delete_OfACommonPart_NamesItsUsers() =>
        (await DeleteAsync("/workflow-definitions/xx-water-common-first-reply")).ExpectProblem(400, "DEFINITION-IN-USE").Text.ShouldContain("“水质投诉”");

    [Fact]
    public async Task Delete_OfADraftVersion_BringsThePublishedOneBack()
    {
        var drawing = await PublishedAsync("life-draft");
        drawing.Model["description"] = "不要了";
        (await drawing.SaveAsync()).Expect(200);
        (await DeleteAsync("/workflow-definition-versions/life-draft-v2")).Expect(200);
        (await VersionsAsync("life-draft")).ShouldBe([(1, true, true)]);
        (await DeleteAsync("/workflow-definition-versions/life-draft-v1")).ExpectProblem(400, "DEFINITION-IN-USE");
    }

    [Fact]
    public async Task Publish_OfACommonPart_GivesItsUsersAVersionAndLeavesTheirDraftsTheNewest()
    {
        var admin = await Admin();
        var user = await Drawing.OpenAsync(admin, "xx-water-supply");
        user.Model["description"] = "正在改";
        (await user.SaveAsync()).Expect(200);
        var revision = user.Revision;
        var part = await Drawing.OpenAsync(admin, "xx-water-common-progress-reply");
        part.Model["description"] = "公共环节改了";
        (await part.SaveAsync(publish: true)).Expect(200).Json["consumingWorkflowCount"]!.GetValue<int>().ShouldBeGreaterThan(0);

        var versions = await VersionsAsync("xx-water-supply");
        versions[0].ShouldBe((3, true, false));
        versions[1].ShouldBe((2, false, true));
        // The editor goes on where it was, with the draft's new number.
        user.Model["description"] = "改完了";
        (await user.SaveAsync()).Expect(200);
        user.Version.ShouldBe(3);
        user.Revision.ShouldBe(revision + 1);
    }

    [Fact]
    public async Task Save_WithoutAnId_MakesANewDefinition()
    {
        var admin = await Admin();
        var body = new JsonObject
        {
            ["model"] = new JsonObject
            {
                ["definitionId"] = null, ["id"] = null, ["name"] = "新流程", ["createdAt"] = "0001-01-01T00:00:00+00:00", ["toolVersion"] = "3.8.0.0",
                ["variables"] = null, ["inputs"] = null, ["options"] = null,
                ["root"] = new JsonObject { ["id"] = "a1", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1" },
            },
            ["publish"] = null,
        };
        var made = (await admin.AskAsync("/workflow-definitions", body))["workflowDefinition"]!;
        Read.Text(made["definitionId"]).ShouldStartWith("xx-water-");
        made["version"]!.GetValue<int>().ShouldBe(1);
        Read.Text(made["root"]!["nodeId"]).ShouldBe("Workflow1:a1");
        (await admin.ReadAsync("/workflow-definitions/validation/is-name-unique?name=%E6%96%B0%E6%B5%81%E7%A8%8B"))["isUnique"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Bulk_PublishAndRetract_SayWhatBecameOfEach()
    {
        var admin = await Admin();
        await Drawing.ImportAsync(admin, Flow("life-bulk-1"));
        await PublishedAsync("life-bulk-2");
        var ids = new JsonObject { ["definitionIds"] = new JsonArray("life-bulk-1", "life-bulk-2", "life-bulk-none") };
        var published = await admin.AskAsync("/bulk-actions/publish/workflow-definitions/by-definition-ids", ids.DeepClone());
        Read.Texts(published["published"]).ShouldBe(["life-bulk-1"]);
        Read.Texts(published["alreadyPublished"]).ShouldBe(["life-bulk-2"]);
        Read.Texts(published["notFound"]).ShouldBe(["life-bulk-none"]);
        var retracted = await admin.AskAsync("/bulk-actions/retract/workflow-definitions/by-definition-ids", ids.DeepClone());
        Read.Texts(retracted["retracted"]).ShouldBe(["life-bulk-1", "life-bulk-2"]);
        (await admin.AskAsync("/bulk-actions/delete/workflow-definitions/by-definition-id", ids.DeepClone()).ContinueWith(task => task.Exception, TaskScheduler.Default))
            .ShouldNotBeNull("one of them is not there");
    }

    private static byte[] Flow(string id) => new PlainFlow(id).Add("say", "Elsa.WriteLine", ("text", "String", "你好")).WaitFor("go-" + id).Build();

    private async Task<Drawing> PublishedAsync(string id)
    {
        var drawing = await Drawing.ImportAsync(await Admin(), Flow(id));
        (await drawing.SaveAsync(publish: true)).Expect(200);
        drawing.IsPublished.ShouldBeTrue();
        return drawing;
    }

    private async Task<List<(int Version, bool IsLatest, bool IsPublished)>> VersionsAsync(string id)
    {
        var page = await (await Admin()).ReadAsync(
            $"/workflow-definitions?versionOptions=AllVersions&DefinitionIds={id}&OrderBy=Version&OrderDirection=Descending&Page=0&PageSize=50");
        return [.. Read.Items(page["items"]).Select(row => (row["version"]!.GetValue<int>(), row["isLatest"]!.GetValue<bool>(), row["isPublished"]!.GetValue<bool>()))];
    }

    private async Task<Answer> DeleteAsync(string path) => await (await Admin()).SendAsync(HttpMethod.Delete, Elsa.Base + path, null, null);

    private Task<ApiClient> Admin() => product.AsAsync("a.process");
}
