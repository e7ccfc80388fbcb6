using Bpm.Application.Access;
using Bpm.Application.Installation;

namespace Bpm.Host.Requests;

/// <summary>Makes the holder of a valid token the caller of this request's use cases.</summary>
public sealed class CallerIdentity(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Caller caller, OrganisationRegistry organisations)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } userName } && organisations.FindStaff(userName) is var (staff, directory))
            caller.Become(staff, directory);
        return next(context);
    }
}
