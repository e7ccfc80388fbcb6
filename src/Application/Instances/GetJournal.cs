using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Storage;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>A part of an instance's journal. That of a case's instance is shown to those only who may read the case in full.</summary>
/// <param name="From">First sequence number wanted, from 1.</param>
/// <param name="Count">Most entries wanted.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record GetJournal(string InstanceId, long From, int Count) : IQuery<JournalView>;

/// <summary>A part of a journal.</summary>
/// <param name="Items">In order, without gaps.</param>
public sealed record JournalView(IReadOnlyList<JournalView.Entry> Items)
{
    /// <summary>One thing that happened.</summary>
    /// <param name="ActivityInstanceId">The run of the activity.</param>
    /// <param name="ParentInstanceId">The run of its container; 0 for the workflow itself.</param>
    public sealed record Entry(
        long Sequence, DateTimeOffset At, string NodePath, int ActivityInstanceId, int ParentInstanceId, string Event,
        IReadOnlyList<string> Outcomes, string? Message);
}

public sealed class GetJournalValidator : AbstractValidator<GetJournal>
{
    public GetJournalValidator()
    {
        RuleFor(journal => journal.From).GreaterThanOrEqualTo(1).WithMessage("序号从 1 开始。");
        RuleFor(journal => journal.Count).InclusiveBetween(1, 1000).WithMessage("每次读取 1 到 1000 条。");
    }
}

public sealed class GetJournalHandler(InstanceRepairs repairs, IJournalStore journals, Caller caller)
    : IRequestHandler<GetJournal, Result<JournalView>>
{
    public async Task<Result<JournalView>> Handle(GetJournal request, CancellationToken cancellationToken)
    {
        if (await repairs.FindAsync(request.InstanceId, cancellationToken) is not var (_, complaint))
            return new InstanceNotFound();
        if (!repairs.ShowsAll(complaint))
            return new NotAllowed();
        var zone = caller.Home.Profile.Identity.Zone;
        var page = await journals.ReadAsync(request.InstanceId, request.From, request.Count, cancellationToken);
        return new JournalView([.. page.Entries.Select(entry => new JournalView.Entry(
            entry.Sequence, entry.Time.In(zone), entry.NodePath, entry.ActivityInstanceId, entry.ParentInstanceId, entry.EventName, entry.Outcomes, entry.Message))]);
    }
}
