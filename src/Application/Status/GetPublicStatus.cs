using System.Security.Cryptography;
using System.Text;
using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Status;

/// <summary>
/// Where a case stands, for whoever has its number and code: the status in words and the latest reply only. A wrong code and an unknown
/// number get the same answer after the same work. The door limits how often one address may ask.
/// </summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Code">The query code that the customer was told.</param>
[MayRun(Permission.Anyone)]
public sealed record GetPublicStatus(string? Number, string? Code) : IQuery<PublicStatus>;

public sealed class GetPublicStatusValidator : AbstractValidator<GetPublicStatus>
{
    public GetPublicStatusValidator()
    {
        RuleFor(request => request.Number).NotEmpty().WithMessage("请填写受理编号。").MaximumLength(50).WithMessage("受理编号过长。");
        RuleFor(request => request.Code).NotEmpty().WithMessage("请填写查询码。").MaximumLength(20).WithMessage("查询码过长。");
    }
}

public sealed class GetPublicStatusHandler(ICaseStore cases, OrganisationRegistry organisations) : IRequestHandler<GetPublicStatus, Result<PublicStatus>>
{
    private const string NoCode = "------";

    public async Task<Result<PublicStatus>> Handle(GetPublicStatus request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByNumberAsync(request.Number!.Trim().ToUpperInvariant(), cancellationToken);
        var known = complaint is { Kind: not ComplaintKind.Duty, QueryCode.Length: > 0 } ? complaint.QueryCode : NoCode;
        var right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(request.Code!.Trim()));
        if (complaint is null || known == NoCode || !right)
            return new StatusNotFound();
        var home = organisations.Of(complaint.Organisation).Directory.Profile.Identity;
        var reply = complaint.Level == Confidentiality.Strict ? null : complaint.LatestReply;
        return new PublicStatus(
            complaint.Number, complaint.IsOpen ? "open" : "closed", Words(complaint), home.Name, complaint.ReceivedAt.In(home.Zone),
            complaint.ClosedAt.In(home.Zone), reply is null ? null : new(reply.At.In(home.Zone), reply.Text.Value));
    }

    // Who has it and what was found stay inside.
    private static string Words(Case complaint) => complaint switch
    {
        { IsOpen: false } => "已办结",
        { Level: not Confidentiality.Strict, HandedOverAt: null, LatestReply: null } => "已受理，等待处理",
        _ => "正在办理",
    };
}
