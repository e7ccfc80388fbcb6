using System.Text.Json.Nodes;
using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Definitions;

/// <summary>An edit meets an ended session, a broken network, somebody else's save: it is never lost, and people are told.</summary>
[Collection(DesignersCollection.Name)]
public sealed class UnsavedEditTests(Designers designers)
{
    private const string Id = "xx-water-training";
    private static readonly JsonNode Root = DefinitionFile.Root("xx-water", "training");

    [Fact]
    public async Task Session_EndsInMidEdit_EditIsSavedAfterSigningInAgain()
    {
        await using var tab = await designers.OpenAsync("a.process");
        var editor = await Editor.OpenAsync(tab, Id, Root);
        await tab.Page.Context.ClearCookiesAsync();
        await ChangeNameAsync(editor, "登录失效时的修改");
        await tab.Page.WaitForURLAsync("**/sign-in?expired=true*");
        await tab.SignInAsync("a.process");
        await editor.Notice.Filter(new() { HasText = "已经存为草稿" }).WaitForAsync();
        (await NameAsync()).ShouldBe("登录失效时的修改");
        await Assertions.Expect(editor.Field("名称")).ToHaveValueAsync("登录失效时的修改");
    }

    [Fact]
    public async Task Network_IsGoneInMidSave_EditWaitsAndIsSavedLater()
    {
        await using var tab = await designers.OpenAsync("a.process");
        var editor = await Editor.OpenAsync(tab, Id, Root);
        var before = await NameAsync();
        try
        {
            await tab.Page.Context.SetOfflineAsync(true);
            await ChangeNameAsync(editor, "断网时的修改");
            await editor.Notice.Filter(new() { HasText = "修改保留在本窗口中" }).WaitForAsync();
            (await tab.BarriersAsync()).ShouldBeEmpty();
            (await NameAsync()).ShouldBe(before);
        }
        finally
        {
            // The profile is shared with the other tests.
            await tab.Page.Context.SetOfflineAsync(false);
        }

        await editor.Notice.Filter(new() { HasText = "已经存为草稿" }).WaitForAsync();
        (await NameAsync()).ShouldBe("断网时的修改");
    }

    [Fact]
    public async Task Drawing_WasSavedByAnotherMeanwhile_IsKeptUntilItsOwnerDecides()
    {
        await using var tab = await designers.OpenAsync("a.process");
        var editor = await Editor.OpenAsync(tab, Id, Root);
        await SaveAsAnotherAsync("同事的修改");
        await ChangeNameAsync(editor, "我的修改");
        var notice = editor.Notice.Filter(new() { HasText = "您的修改还没有保存" });
        await notice.WaitForAsync();
        (await notice.InnerTextAsync()).ShouldContain("马超");
        (await tab.BarriersAsync()).ShouldBeEmpty();
        (await NameAsync()).ShouldBe("同事的修改");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => notice.GetByRole(AriaRole.Button, new() { Name = "下载我的图" }).ClickAsync());
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldContain("我的修改");
        await notice.GetByRole(AriaRole.Button, new() { Name = "以我的为准再保存" }).ClickAsync();
        await editor.Notice.Filter(new() { HasText = "已按您的图保存" }).WaitForAsync();
        (await NameAsync()).ShouldBe("我的修改");
    }

    private static async Task ChangeNameAsync(Editor editor, string name)
    {
        await editor.Field("名称").FillAsync(name);
        await editor.Field("名称").PressAsync("Tab");
    }

    private async Task SaveAsAnotherAsync(string name)
    {
        var model = await DefinitionAsync();
        model["name"] = name;
        var body = new JsonObject { ["model"] = model.DeepClone(), ["publish"] = false };
        (await (await designers.Host.Site.AsAsync("a.process")).PostAsync("/elsa/api/workflow-definitions", body)).Expect(200);
    }

    private async Task<string> NameAsync() => Read.Text((await DefinitionAsync())["name"]);

    private async Task<JsonNode> DefinitionAsync() =>
        (await (await designers.Host.Site.AsAsync("a.process")).GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{Id}?versionOptions=Latest")).Expect(200).Json;
}
