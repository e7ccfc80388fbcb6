using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>Who is signed in.</summary>
[MayRun(Permission.Staff, BeforePasswordChange = true)]
public sealed record GetSession : IQuery<SessionMember>;

public sealed class GetSessionHandler(Caller caller, OrganisationRegistry organisations) : IRequestHandler<GetSession, Result<SessionMember>>
{
    public Task<Result<SessionMember>> Handle(GetSession request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<SessionMember>>(organisations.FindMember(caller.Member.UserName)! with { MustChangePassword = caller.MustChangePassword });
}
