using Bpm.EndToEnd.Tests.Browsing;

namespace Bpm.EndToEnd.Tests.Definitions;

[Collection(DesignersCollection.Name)]
public sealed class ReadOnlyTests(Designers designers)
{
    [Fact]
    public async Task Editor_OfARoleThatOnlyLooks_IsReadOnlyAndTheServerRefuses()
    {
        await using var tab = await designers.OpenAsync("a.manager");
        var editor = await Editor.OpenAsync(tab, "xx-water-training", DefinitionFile.Root("xx-water", "training"));
        await editor.Page.GetByText("当前为只读").WaitForAsync();
        (await editor.PublishButton.CountAsync()).ShouldBe(0);
        tab.Faults.ShouldBeEmpty();
        var status = await editor.Page.EvaluateAsync<int>("""
            async () => (await fetch("/elsa/api/workflow-definitions/xx-water-training", { method: "DELETE" })).status
            """);
        // To Studio every refusal is a 400 with words; the API itself says 403.
        status.ShouldBe(400);
        (await (await designers.Host.Site.AsAsync("a.manager")).SendAsync(HttpMethod.Delete, "/elsa/api/workflow-definitions/xx-water-training", null, null)).Expect(403);
    }
}
