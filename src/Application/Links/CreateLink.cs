using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Links;

/// <summary>Makes a link by which an outside system, without an account, can send one kind of request to the caller's organisation.</summary>
/// <param name="Method">Request method.</param>
/// <param name="Path">Path below <c>/workflows/</c>, exactly as it will be asked for; no parameters in braces.</param>
/// <param name="ExpiresAt">When it ends; null for a day from now. At most a year.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record CreateLink(string? Method, string? Path, DateTimeOffset? ExpiresAt) : ICommand<LinkView>;

/// <summary>A link that was made. The token is shown this once.</summary>
/// <param name="Url">Relative to the product's address.</param>
public sealed record LinkView(string Method, string Url, DateTimeOffset ExpiresAt);

public sealed class CreateLinkHandler(ILinkSigner signer, Caller caller, IAuditLog audit, BusinessClock clock, TimeProvider systemClock)
    : IRequestHandler<CreateLink, Result<LinkView>>
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];
    private static readonly TimeSpan ByDefault = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public Task<Result<LinkView>> Handle(CreateLink request, CancellationToken cancellationToken) => Task.FromResult(Create(request));

    private Result<LinkView> Create(CreateLink request)
    {
        var method = (request.Method ?? "POST").Trim().ToUpperInvariant();
        if (!Methods.Contains(method))
            return new InvalidRequest("method", $"请求方法须为 {string.Join("、", Methods)} 之一。");
        var path = (request.Path ?? "").Trim().Trim('/');
        if (path.Length is 0 or > 500 || path.Contains("//", StringComparison.Ordinal) || path.AsSpan().ContainsAny("{}?#\\"))
            return new InvalidRequest("path", "请填写 /workflows/ 之后的完整路径，例如 orders/17；不能含花括号、查询参数或连续的斜杠。");
        var now = systemClock.GetUtcNow();
        var expiresAt = (request.ExpiresAt ?? now + ByDefault).ToUniversalTime();
        if (expiresAt <= now || expiresAt - now > Longest)
            return new InvalidRequest("expiresAt", "到期时间须在现在之后、一年之内。");
        var organisation = caller.Home.Profile.Identity.Code;
        var token = signer.Sign(new(organisation, method, path, expiresAt));
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), organisation, caller.Name, "link.created", "path:" + path, method));
        var url = "/workflows/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return new LinkView(method, $"{url}?{SignedLink.Parameter}={token}", expiresAt);
    }
}
