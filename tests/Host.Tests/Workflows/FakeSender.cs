using System.Collections.Concurrent;
using Bpm.Application.Http;
using Bpm.Workflows.Http;

namespace Bpm.Host.Tests.Workflows;

/// <summary>In the place of all outside systems: remembers what is sent and answers by path.</summary>
internal sealed class FakeSender : IHttpSender
{
    private readonly ConcurrentDictionary<string, Func<int, HttpResult>> _answers = new();

    public ConcurrentQueue<(HttpOrder Order, string Key)> Sent { get; } = new();

    /// <summary>What a URL answers to its first, second … attempt, counted from 1. An exception stands for the death of the process after sending.</summary>
    public void Answers(string url, Func<int, HttpResult> answer) => _answers[url] = answer;

    /// <summary>What was sent to a URL.</summary>
    public (HttpOrder Order, string Key)[] To(string url) => [.. Sent.Where(sent => sent.Order.Url == url)];

    public Task<HttpResult> SendAsync(HttpOrder order, string idempotencyKey, CancellationToken cancellationToken)
    {
        Sent.Enqueue((order, idempotencyKey));
        return Task.FromResult(_answers[order.Url](To(order.Url).Length));
    }

    public static HttpResult Status(int status, string? body = null) =>
        new(HttpOutcome.Answered, status, new Dictionary<string, string[]>(), body is null ? null : "text/plain", body, null);
}
