using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Domain.Reports;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Reports.Papers;

/// <summary>
/// A paper form of one case (《客户服务管理系统工单》, 《顾客投诉处理记录表》) for those who read the case in full. Reading a strictly confidential
/// case this way is written down like any other reading (B art. 7(2)).
/// </summary>
/// <param name="Code">Code of the form.</param>
/// <param name="Complaint">The case's number.</param>
/// <param name="Format"><c>json</c>, <c>csv</c> or <c>xlsx</c>; the caller writes it.</param>
[MayRun(Permission.Staff)]
public sealed record GetCasePaper(string Code, string Complaint, string? Format) : IQuery<CasePaper>;

public sealed class GetCasePaperValidator : AbstractValidator<GetCasePaper>
{
    public GetCasePaperValidator() =>
        RuleFor(request => request.Format).Must(format => format is null or "json" or "csv" or "xlsx").WithMessage("format 应为 json、csv 或 xlsx。");
}

public sealed class GetCasePaperHandler(
    ICaseStore cases, CaseViews views, OrganisationRegistry organisations, Caller caller, BusinessClock clock, CaseReads reads)
    : IRequestHandler<GetCasePaper, Result<CasePaper>>
{
    public async Task<Result<CasePaper>> Handle(GetCasePaper request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        if (!home.Directory.Profile.Papers.TryGetValue(request.Code, out var paper))
            return new ReportNotFound(home.Directory.Profile.Papers.Keys);
        var complaint = await cases.FindByNumberAsync(request.Complaint, cancellationToken);
        if (complaint is null || complaint.Kind == ComplaintKind.Duty || views.LevelOf(complaint) != AccessLevel.Full)
            return new CaseNotFound();
        await reads.RecordAsync(complaint, cancellationToken);
        return new PaperFilling(complaint, home).Fill(paper, clock.GetUtcNow());
    }
}
