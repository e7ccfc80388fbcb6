using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Instances of the caller's organisation, newest first.</summary>
/// <param name="Status">running or finished; null for both.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record ListInstances(string? DefinitionId, string? CorrelationId, string? Status, int Page, int PageSize) : IQuery<Page<InstanceRow>>;

public sealed class ListInstancesValidator : AbstractValidator<ListInstances>
{
    public ListInstancesValidator()
    {
        RuleFor(list => list.Status).Must(status => status is null or "running" or "finished").WithMessage("状态只能是 running 或 finished。");
        RuleFor(list => list.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(list => list.PageSize).InclusiveBetween(1, 500).WithMessage("每页 1 到 500 条。");
    }
}

public sealed class ListInstancesHandler(IInstanceQueries instances, Caller caller) : IRequestHandler<ListInstances, Result<Page<InstanceRow>>>
{
    public async Task<Result<Page<InstanceRow>>> Handle(ListInstances request, CancellationToken cancellationToken)
    {
        bool? running = request.Status is null ? null : request.Status == "running";
        var filter = new InstanceFilter(
            caller.Member.Organisation, request.DefinitionId, request.CorrelationId, running, request.Page, request.PageSize);
        var found = await instances.ListAsync(filter, cancellationToken);
        var zone = caller.Home.Profile.Identity.Zone;
        return new Page<InstanceRow>(
            [.. found.Items.Select(row => row with { CreatedAt = row.CreatedAt.In(zone), UpdatedAt = row.UpdatedAt.In(zone) })], found.TotalCount);
    }
}
