using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Studio.Tests.Watching;

/// <summary>A watcher over a plain socket that speaks SignalR's JSON protocol as far as the viewer does.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly WebSocket _socket;
    private readonly Queue<JsonNode> _received = [];
    private readonly StringBuilder _rest = new();

    private HubClient(WebSocket socket) => _socket = socket;

    public static async Task<HubClient> ConnectAsync(StudioProduct product, string user)
    {
        var session = (await product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = user, ["password"] = Site.Password })).Expect(200).Json;
        var server = (TestServer)product.Host.Services.GetRequiredService<IServer>();
        var address = new Uri(server.BaseAddress, "/elsa/hubs/workflow-instance?access_token=" + Uri.EscapeDataString(Read.Text(session["accessToken"])));
        var client = new HubClient(await server.CreateWebSocketClient().ConnectAsync(address, CancellationToken.None));
        await client.SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        (await client.NextAsync()).AsObject().Count.ShouldBe(0);
        return client;
    }

    /// <summary>Begins to watch.</summary>
    /// <returns>The refusal's text, or null.</returns>
    public async Task<string?> ObserveAsync(string instanceId)
    {
        await SendAsync(new JsonObject { ["type"] = 1, ["invocationId"] = "1", ["target"] = "ObserveInstanceAsync", ["arguments"] = new JsonArray(instanceId) });
        while (true)
        {
            var message = await NextAsync();
            if (message["type"]!.GetValue<int>() == 3)
                return message["error"]?.GetValue<string>();
        }
    }

    /// <summary>What is pushed, up to and with the news that the instance changed.</summary>
    public async Task<IReadOnlyList<JsonNode>> NewsAsync()
    {
        var news = new List<JsonNode>();
        while (news.Count == 0 || Read.Text(news[^1]["target"]) != "WorkflowInstanceUpdatedAsync")
        {
            var message = await NextAsync();
            if (message["type"]!.GetValue<int>() == 1)
                news.Add(message);
        }

        return news;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(JsonNode message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonNode> NextAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        var buffer = new byte[16 * 1024];
        while (_received.Count == 0)
        {
            var part = await _socket.ReceiveAsync(buffer, limit.Token);
            part.MessageType.ShouldBe(WebSocketMessageType.Text);
            _rest.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            var texts = _rest.ToString().Split(End);
            _rest.Clear().Append(texts[^1]);
            foreach (var text in texts[..^1])
                _received.Enqueue(JsonNode.Parse(text)!);
        }

        return _received.Dequeue();
    }
}
