using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Engine.Journal;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>A part of an instance's journal; that of a confidential case is empty for those who may not read it.</summary>
/// <param name="Filter">Null for all.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record SearchJournal(string InstanceId, int Skip, int Take, JournalFilter? Filter) : IQuery<JournalPart>;

/// <summary>Which entries are wanted; what is empty does not count.</summary>
/// <param name="ExcludedActivityTypes">Type names that are left out.</param>
public sealed record JournalFilter(
    IReadOnlyList<string> ActivityIds, IReadOnlyList<string> NodePaths, IReadOnlyList<string> ExcludedActivityTypes, IReadOnlyList<string> EventNames);

/// <summary>Entries in order.</summary>
/// <param name="Inputs">Recorded inputs of the runs, by run.</param>
/// <param name="Nodes">Activities by path.</param>
public sealed record JournalPart(
    IReadOnlyList<JournalEntry> Entries, int TotalCount, ILookup<int, RecordedValue> Inputs, IReadOnlyDictionary<string, ActivityNode> Nodes);

public sealed class SearchJournalValidator : AbstractValidator<SearchJournal>
{
    public SearchJournalValidator()
    {
        RuleFor(journal => journal.Skip).GreaterThanOrEqualTo(0).WithMessage("跳过的条数不能为负数。");
        RuleFor(journal => journal.Take).InclusiveBetween(1, 1000).WithMessage("每次读取 1 到 1000 条。");
    }
}

public sealed class SearchJournalHandler(InstancePictures pictures) : IRequestHandler<SearchJournal, Result<JournalPart>>
{
    public async Task<Result<JournalPart>> Handle(SearchJournal request, CancellationToken cancellationToken)
    {
        if (await pictures.FindAsync(request.InstanceId, cancellationToken) is not { } picture)
            return new InstanceNotFound();
        var journal = await picture.JournalAsync(cancellationToken);
        var wanted = request.Filter is { } filter ? [.. journal.Entries.Where(entry => Fits(entry, filter, picture.Nodes))] : journal.Entries;
        return new JournalPart(
            [.. wanted.Skip(request.Skip).Take(request.Take)], wanted.Count,
            journal.Values.Where(value => !value.IsOutput).ToLookup(value => value.ActivityInstanceId), picture.Nodes);
    }

    private static bool Fits(JournalEntry entry, JournalFilter filter, IReadOnlyDictionary<string, ActivityNode> nodes)
    {
        var node = nodes.GetValueOrDefault(entry.NodePath);
        return (filter.NodePaths.Count == 0 || filter.NodePaths.Contains(entry.NodePath))
            && (filter.ActivityIds.Count == 0 || (node is not null && filter.ActivityIds.Contains(node.Id)))
            && (filter.EventNames.Count == 0 || filter.EventNames.Contains(entry.EventName))
            && (node is null || !filter.ExcludedActivityTypes.Contains(node.Type.Name));
    }
}
