using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>Studio's editor in a tab.</summary>
public sealed class Editor(BrowserPage tab)
{
    private const string Ready = """
        ({ nodes, edges }) => {
            const drawn = [...document.querySelectorAll("elsa-activity-wrapper .activity-content")].length;
            return drawn === nodes && document.querySelectorAll(".x6-edge").length === edges;
        }
        """;

    public IPage Page => tab.Page;

    /// <summary>What stands between the frame's menu and the page.</summary>
    public ILocator Notice => Page.Locator("#bpm-notices .bpm-notice");

    /// <summary>What Studio says at the window's edge.</summary>
    public ILocator Snackbar => Page.Locator(".mud-snackbar");

    public ILocator PublishButton => Page.Locator("#bpm-studio .mud-icon-button, #bpm-studio button").Filter(new() { Has = Page.Locator("path[d^='M19.35 10.04']") }).First;

    /// <summary>Opens a definition by its page.</summary>
    /// <param name="root">What is to be drawn.</param>
    public static async Task<Editor> OpenAsync(BrowserPage tab, string definitionId, JsonNode root)
    {
        await tab.Page.GotoAsync("/studio/definitions/" + Uri.EscapeDataString(definitionId));
        var editor = new Editor(tab);
        await editor.WaitUntilDrawnAsync(definitionId, root);
        return editor;
    }

    /// <summary>Opens another definition in the same element, as a link inside Studio does.</summary>
    public async Task SwitchAsync(string definitionId, JsonNode root)
    {
        await Page.EvaluateAsync("id => document.querySelector('elsa-workflow-definition-editor').setAttribute('definition-id', id)", definitionId);
        await WaitUntilDrawnAsync(definitionId, root);
    }

    /// <summary>The node of an activity.</summary>
    public ILocator Node(string activityId) => Page.Locator($".x6-node[data-cell-id='{activityId}']");

    /// <summary>The field with a label in one of the panels.</summary>
    public ILocator Field(string label) =>
        Page.Locator(".mud-input-control").Filter(new() { Has = Page.Locator("label", new() { HasTextString = label }) }).Locator("input.mud-input-slot, textarea.mud-input-slot").First;

    private async Task WaitUntilDrawnAsync(string definitionId, JsonNode root)
    {
        var (nodes, edges) = (root["activities"]?.AsArray().Count ?? 0, root["connections"]?.AsArray().Count ?? 0);
        try
        {
            await Page.WaitForFunctionAsync(Ready, new { nodes, edges });
        }
        catch (TimeoutException)
        {
            var drawn = await Page.EvaluateAsync<int[]>("() => [document.querySelectorAll('elsa-activity-wrapper').length, document.querySelectorAll('.x6-edge').length]");
            throw new TimeoutException($"{definitionId}: {nodes} activities and {edges} connections are to be drawn; {drawn[0]} and {drawn[1]} are. {string.Join('\n', tab.Faults)}");
        }
    }
}
