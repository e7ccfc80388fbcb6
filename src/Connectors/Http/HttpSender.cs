using System.Net;
using System.Text;
using Bpm.Application.Http;
using Bpm.Workflows.Http;

namespace Bpm.Connectors.Http;

/// <summary>
/// Sends what workflows order, to allowed hosts only. Thread-safe; one for the life of the process. It logs nothing: addresses and headers may
/// hold what nobody else may read.
/// </summary>
public sealed class HttpSender : IHttpSender, IDisposable
{
    private readonly OutgoingHttp _options;
    private readonly HostRule _rule;
    private readonly HttpClient _client;

    /// <param name="options">Which hosts, which secrets, how long.</param>
    /// <param name="lookUp">Finds the addresses of a host; null asks the machine's DNS.</param>
    public HttpSender(OutgoingHttp options, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
    {
        _options = options;
        _rule = new(options);
        _client = HttpConnections.Client(_rule, lookUp ?? Dns.GetHostAddressesAsync);
    }

    public async Task<HttpResult> SendAsync(HttpOrder order, string idempotencyKey, CancellationToken cancellationToken)
    {
        var url = new Uri(order.Url);
        if (!_rule.Allows(url))
            return Refused($"主机 “{url.Authority}” 未列入系统设置 Http:AllowedHosts，请求没有发送。如确需访问，请系统管理员加入后重试。");
        if (MissingSecret(order) is { } secret)
            return Refused($"系统设置中没有 Http:Secrets:{secret}，请求没有发送。请系统管理员设置后重试。");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var request = Request(order, url, idempotencyKey);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await HttpAnswers.ReadAsync(response, _options.ResponseLimit, limit.Token) is { } result
                ? result
                : Refused($"主机 “{url.Authority}” 的响应超过系统设置 Http:ResponseLimit（{_options.ResponseLimit} 字节），没有读取。");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HttpResult.Without(HttpOutcome.TimedOut);
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException)
        {
            return Refused($"主机 “{url.Authority}” 解析到内网地址，请求没有发送。如确需访问，请系统管理员把它列入系统设置 Http:PrivateHosts。");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return HttpResult.Without(HttpOutcome.FailedToConnect);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpResult Refused(string problem) => HttpResult.Without(HttpOutcome.Refused, problem);

    private HttpRequestMessage Request(HttpOrder order, Uri url, string idempotencyKey)
    {
        var request = new HttpRequestMessage(new HttpMethod(order.Method), url);
        if (order.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(order.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", order.ContentType);
        }
        foreach (var (name, values) in order.Headers)
        {
            var known = values.Select(Revealed);
            // What belongs to the body goes with the body; without one it means nothing.
            if (!request.Headers.TryAddWithoutValidation(name, known)) request.Content?.Headers.TryAddWithoutValidation(name, known);
        }
        request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return request;
    }

    private string? MissingSecret(HttpOrder order) =>
        order.Headers.Values.SelectMany(values => values).Select(SecretName).FirstOrDefault(name => name is not null && !_options.Secrets.ContainsKey(name));

    private string Revealed(string value) => SecretName(value) is { } name ? _options.Secrets[name] : value;

    private static string? SecretName(string value) =>
        value.StartsWith(HttpOrder.SecretPrefix, StringComparison.Ordinal) ? value[HttpOrder.SecretPrefix.Length..].Trim() : null;
}
