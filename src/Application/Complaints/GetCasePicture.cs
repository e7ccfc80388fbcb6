using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Instances.Viewing;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Bpm.Workflows.Drawings;
using Bpm.Workflows.Drawings.Pictures;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>The process of a case as it is drawn, with how far it is; for those who see the case in full. What stands inside a step counts for the step.</summary>
[MayRun(Permission.Staff)]
public sealed record GetCasePicture(string Number) : IQuery<CasePicture>;

public sealed class GetCasePictureHandler(ICaseStore cases, CaseViews views, IDefinitionStore definitions, IInstanceStore instances, InstancePictures pictures, GraphCache graphs)
    : IRequestHandler<GetCasePicture, Result<CasePicture>>
{
    public async Task<Result<CasePicture>> Handle(GetCasePicture request, CancellationToken cancellationToken)
    {
        if (await cases.FindByNumberAsync(request.Number, cancellationToken) is not { } complaint || views.LevelOf(complaint) != AccessLevel.Full)
            return new CaseNotFound();
        if (await DrawnAsync(complaint, cancellationToken) is not var (drawn, graph, instance))
            return new CasePicture("", new([], [], 0, 0), new HashSet<string>(), new HashSet<string>());
        var journal = await pictures.ReadAsync(complaint.InstanceId, cancellationToken);
        var runs = ActivityExecutionRecords.From(journal.Entries, journal.Values, graph, instance.Incidents);
        var picture = Picture.Of(drawn);
        var root = drawn.Activities.Count > 0 ? drawn.Activities[0].Path + ":" : "";
        var boxes = picture.Boxes.Select(box => box.Id).ToHashSet(StringComparer.Ordinal);
        var (current, done) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var run in runs)
        {
            if (!run.NodePath.StartsWith(root, StringComparison.Ordinal) || run.NodePath[root.Length..].Split(':')[0] is not { } step || !boxes.Contains(step))
                continue;
            (run.Status == ActivityStatus.Running ? current : done).Add(step);
        }

        done.ExceptWith(current);
        return new CasePicture(drawn.Definition.Name, picture, current, done);
    }

    // A version that nothing can read any more is no reason to hide the case.
    private async Task<(DrawnDefinition, WorkflowGraph, WorkflowInstance)?> DrawnAsync(Case complaint, CancellationToken cancellationToken)
    {
        try
        {
            if (await instances.FindAsync(complaint.InstanceId, cancellationToken) is not { } instance
                || await definitions.FindVersionAsync(instance.VersionId, cancellationToken) is not { } version)
                return null;
            return (DrawnDefinition.Of(WorkflowDefinition.Parse(version.Json)), graphs.Get(instance.VersionId), instance);
        }
        catch (Exception exception) when (exception is WorkflowException or InvalidStateException)
        {
            return null;
        }
    }
}
