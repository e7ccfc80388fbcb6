using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Drawings;
using MediatR;

namespace Bpm.Application.Administration.Forms;

/// <summary>The forms of the caller's organisation with the steps that use them.</summary>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record ListForms : IQuery<FormList>;

public sealed class ListFormsHandler(IDefinitionStore definitions, IPackStore packs, OrganisationRegistry organisations, Caller caller) : IRequestHandler<ListForms, Result<FormList>>
{
    public async Task<Result<FormList>> Handle(ListForms request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        var steps = (await definitions.PublishedAsync(home.Code, cancellationToken))
            .SelectMany(record => DrawnDefinition.Of(WorkflowDefinition.Parse(record.Json)).Activities)
            .Where(activity => activity.Type == HumanTaskActivity.TypeName && activity.Literal("form") is { Length: > 0 })
            .ToLookup(activity => activity.Literal("form")!, activity => (Title: activity.Name, Step: activity.Literal("step")!));
        var items = home.Forms.FormIds.Select(id =>
        {
            var form = home.Forms.Form(id)!;
            var step = steps[id].Select(used => used.Step).FirstOrDefault() ?? "";
            var titles = form.RequiredFor.Values.SelectMany(names => names).Concat(form.AttachmentFor ?? []).Distinct()
                .ToDictionary(name => name, name => home.Forms.Outcome(step, name)?.Title ?? name);
            return new FormView(id, [.. steps[id].Select(used => used.Title).Distinct()], form, titles);
        }).ToList();
        return new FormList(items, items.Count, (await packs.OfAsync(home.Code, cancellationToken)).First(d => d.Kind == "forms").Revision);
    }
}
