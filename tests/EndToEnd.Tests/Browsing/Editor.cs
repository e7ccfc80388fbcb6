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

    // Connections lie over the ports that they begin at: a place of the port's circle that the mouse can reach.
    private const string FreePlaceOfPort = """
        ({ activity, port }) => {
            const group = document.querySelector(`.x6-node[data-cell-id='${activity}'] g[port='${port}']`);
            const box = group.querySelector("circle").getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            const places = [];
            for (let right = -10; right <= 10; right += 2)
                for (let down = -10; down <= 10; down += 2)
                    if (group.contains(document.elementFromPoint(x + right, y + down)))
                        places.push([x + right, y + down]);
            const far = place => Math.hypot(place[0] - x, place[1] - y);
            return places.length === 0 ? [x, y] : places.reduce((best, place) => far(place) < far(best) ? place : best);
        }
        """;

    public IPage Page => tab.Page;

    /// <summary>What stands between the frame's menu and the page.</summary>
    public ILocator Notice => Page.Locator("#bpm-notices .bpm-notice");

    /// <summary>What Studio says at the window's edge.</summary>
    public ILocator Snackbar => Page.Locator(".mud-snackbar");

    /// <summary>Studio's buttons have no names: this one by its picture, a cloud.</summary>
    public ILocator PublishButton => Page.Locator("#bpm-studio button.mud-icon-button:has(path[d^='M19.35 10.04'])");

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
    public ILocator Field(string label) => Page.Locator(".mud-input-control")
        .Filter(new() { Has = Page.Locator("label", new() { HasTextRegex = new($"^\\s*{label}\\*?\\s*$") }) })
        .Locator("input:visible, textarea:visible").First;

    /// <summary>Fills in a field and waits until the draft is stored.</summary>
    public async Task FillAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await SavedAfterAsync(() => field.PressAsync("Tab"));
    }

    /// <summary>Does something that changes the drawing, and waits until the draft is stored.</summary>
    public async Task SavedAfterAsync(Func<Task> change) =>
        (await Page.RunAndWaitForResponseAsync(change, answer => IsSave(answer.Request))).Status.ShouldBe(200);

    /// <summary>Presses Publish and waits for the answer.</summary>
    public async Task<IResponse> PublishAsync() =>
        await Page.RunAndWaitForResponseAsync(() => PublishButton.ClickAsync(), answer => IsSave(answer.Request) && answer.Request.PostData!.Contains("\"publish\":true", StringComparison.Ordinal));

    /// <summary>Drags an activity from the palette onto the canvas.</summary>
    /// <param name="x">Share of the canvas's width.</param>
    /// <param name="y">Share of its height.</param>
    /// <returns>The new activity's id.</returns>
    public async Task<string> DropAsync(string category, string activity, float x, float y)
    {
        var before = await IdsAsync();
        await Page.GetByText(category, new() { Exact = true }).ClickAsync();
        var item = Page.Locator("[draggable=true]").Filter(new() { HasText = activity }).First;
        await item.ScrollIntoViewIfNeededAsync();
        var canvas = Page.Locator(".x6-graph-svg").First;
        var box = (await canvas.BoundingBoxAsync())!;
        await SavedAfterAsync(() => item.DragToAsync(canvas, new() { TargetPosition = new() { X = box.Width * x, Y = box.Height * y } }));
        return (await IdsAsync()).Except(before).ShouldHaveSingleItem();
    }

    /// <summary>Draws a connection with the mouse.</summary>
    public async Task ConnectAsync(string source, string port, string target)
    {
        await DeselectAsync();
        var (from, to) = (await PortAsync(source, port), await PortAsync(target, "In"));
        await SavedAfterAsync(async () =>
        {
            await Page.Mouse.MoveAsync(from.X, from.Y);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 8 });
            await Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
            await Page.Mouse.UpAsync();
        });
    }

    // The frame around a selected activity lies over its ports.
    private async Task DeselectAsync()
    {
        var canvas = (await Page.Locator(".x6-graph-svg").First.BoundingBoxAsync())!;
        await Page.Mouse.ClickAsync(canvas.X + 15, canvas.Y + canvas.Height * 0.8f);
        await Assertions.Expect(Page.Locator(".x6-widget-selection-box")).ToHaveCountAsync(0);
    }

    private static bool IsSave(IRequest request) => request.Method == "POST" && request.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    private async Task<(float X, float Y)> PortAsync(string activity, string port)
    {
        var place = await Page.EvaluateAsync<float[]>(FreePlaceOfPort, new { activity, port });
        return (place[0], place[1]);
    }

    private async Task<string[]> IdsAsync() =>
        await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('elsa-activity-wrapper')].map(node => node.getAttribute('activity-id'))");

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
