using System.Text.Json.Nodes;
using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;

namespace Bpm.EndToEnd.Tests.Definitions;

/// <summary>A process admin draws.</summary>
[Collection(DesignersCollection.Name)]
public sealed class EditingTests(Designers designers)
{
    private const string NewStep = "second-look";

    [Fact]
    public async Task Drawing_HasOneMoreHumanTask_IsTakenByTheNextCaseOnly()
    {
        var site = designers.Host.Site;
        var running = await site.RegisterAsync("C08");
        await using var tab = await designers.OpenAsync("a.process");
        var editor = await Editor.OpenAsync(tab, "xx-water-violation", DefinitionFile.Root("xx-water", "violation"));
        var step = await editor.DropAsync("投诉办理", "人工任务", 0.15f, 0.75f);
        await editor.FillAsync(editor.Field("步骤代码"), NewStep);
        await editor.FillAsync(editor.Field("名称"), "经理再看一遍");
        await editor.SavedAfterAsync(() => editor.Page.GetByText("岗位：客服部经理").First.ClickAsync());
        await editor.ConnectAsync("call-department", "Done", step);
        var published = await editor.PublishAsync();
        published.Status.ShouldBe(200, await published.TextAsync());
        tab.Faults.ShouldBeEmpty();

        // The case itself goes on by the department's answer, which nobody gives here.
        var plan = Plan.First.Leaving("department-handling");
        var next = await new CaseDriver(site, await site.RegisterAsync("C08"), plan).WalkAsync();
        next.Done.ShouldContain(done => done.Step == NewStep && done.User == "a.manager");
        (await VersionAsync(next.Number)).ShouldBe(2);
        var old = await new CaseDriver(site, running, plan).WalkAsync();
        old.Done.ShouldContain(done => done.Step == "call-department");
        old.Done.ShouldNotContain(done => done.Step == NewStep);
        (await VersionAsync(old.Number)).ShouldBe(1);
    }

    [Fact]
    public async Task Drawing_HasATaskThatNobodyMayTake_IsNotPublishedAndSaysWhy()
    {
        await using var tab = await designers.OpenAsync("a.process");
        var editor = await Editor.OpenAsync(tab, "xx-water-monthly-report", DefinitionFile.Root("xx-water", "monthly-report"));
        var step = await editor.DropAsync("投诉办理", "人工任务", 0.5f, 0.7f);
        await editor.FillAsync(editor.Field("步骤代码"), NewStep);
        await editor.ConnectAsync("monthly-report", "Sent", step);
        var refused = await editor.PublishAsync();
        refused.Status.ShouldBe(400);
        await editor.Snackbar.First.WaitForAsync();
        (await editor.Snackbar.First.InnerTextAsync()).ShouldContain("候选人");
        var definition = await DefinitionAsync("xx-water-monthly-report");
        definition["isPublished"]!.GetValue<bool>().ShouldBeFalse();
        definition["version"]!.GetValue<int>().ShouldBe(2);
    }

    private async Task<int> VersionAsync(string number) =>
        (await (await designers.Host.Site.AsAsync("a.hotline")).CaseAsync(number))["workflow"]!["version"]!.GetValue<int>();

    private async Task<JsonNode> DefinitionAsync(string id) =>
        (await (await designers.Host.Site.AsAsync("a.process")).GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?versionOptions=Latest")).Expect(200).Json;
}
