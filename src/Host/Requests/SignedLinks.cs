using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Links;
using Bpm.Host.Problems;
using Bpm.Host.Workflows;

namespace Bpm.Host.Requests;

/// <summary>
/// Lets the holder of a signed link in, for the one path and method that it names. A bad link is refused even where somebody is signed in:
/// its sender meant it to count.
/// </summary>
public sealed class SignedLinks(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Caller caller, ILinkSigner signer, OrganisationRegistry organisations, TimeProvider systemClock)
    {
        if (!WorkflowPaths.TryRead(context.Request.Path, out var path) || !context.Request.Query.TryGetValue(SignedLink.Parameter, out var token))
        {
            await next(context);
            return;
        }

        var link = token.Count == 1 ? signer.Read(token[0] ?? "") : null;
        if (link?.Allows(context.Request.Method.ToUpperInvariant(), path, systemClock.GetUtcNow()) != true || organisations.Find(link.Organisation) is not { } home)
        {
            await Problem.Of(new LinkInvalid()).ExecuteAsync(context);
            return;
        }

        // Somebody of the same organisation stays who they are: an endpoint may ask for a person.
        if (caller.Staff?.Organisation != link.Organisation)
            caller.BecomeLinkHolder(home.Directory);
        await next(context);
    }
}
