using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Journal;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>Instances with all that the caller may see of them.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ExportInstances(IReadOnlyList<string> Ids) : IQuery<IReadOnlyList<ExportedInstance>>;

/// <summary>One instance.</summary>
public sealed record ExportedInstance(JournalPart Journal, ActivityRuns Runs);

public sealed class ExportInstancesValidator : AbstractValidator<ExportInstances>
{
    private const int Most = 100;

    public ExportInstancesValidator() => RuleFor(order => order.Ids).NotEmpty().WithMessage("请选择要导出的实例。")
        .Must(ids => ids.Count <= Most).WithMessage("一次最多导出 100 个实例，请分批。");
}

public sealed class ExportInstancesHandler(InstancePictures pictures) : IRequestHandler<ExportInstances, Result<IReadOnlyList<ExportedInstance>>>
{
    public async Task<Result<IReadOnlyList<ExportedInstance>>> Handle(ExportInstances request, CancellationToken cancellationToken)
    {
        var exported = new List<ExportedInstance>();
        foreach (var id in request.Ids.Distinct())
        {
            if (await pictures.FindAsync(id, cancellationToken) is not { } picture)
                return new InstanceNotFound();
            var journal = await picture.JournalAsync(cancellationToken);
            var runs = ActivityExecutionRecords.From(journal.Entries, journal.Values, picture.Graph, picture.Instance.Incidents);
            exported.Add(new(
                new(journal.Entries, journal.Entries.Count, journal.Values.Where(value => !value.IsOutput).ToLookup(value => value.ActivityInstanceId), picture.Nodes),
                new(picture, runs, runs.ToDictionary(run => run.ActivityInstanceId))));
        }

        return exported;
    }
}
